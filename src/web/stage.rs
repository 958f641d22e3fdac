//! A chart's life on its canvas: listeners, redraws, and the delays of tooltip and announcement.
//!
//! All state that the eye sees is in [`Stage`]; the scene itself never changes while it is shown.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use js_sys::{Date, Function};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlCanvasElement, KeyboardEvent, PointerEvent};

use super::convert::to_js;
use super::paint::replay;
use super::parts::mark;
use super::plot::Plot;
use super::typing::Typing;
use crate::chart::{Point, Px, Step, hit, next};
use crate::render::display_list;

/// Rest before a tooltip opens, so that it does not chase a moving pointer.
const TIP_DELAY: u32 = 60;
/// Rest before a mark is announced after another, so that held keys do not flood the listener. The first is
/// announced at once.
const SAY_DELAY: u32 = 120;

/// What the page wants to hear.
pub(super) struct Hooks {
    /// `(mark | null)`: show or hide the tooltip.
    pub(super) tip: Function,
    /// `(text)`: say it politely.
    pub(super) say: Function,
    /// `(mark)`: open what stands behind it.
    pub(super) select: Function,
}

fn say(plot: &Plot, hook: &Function, index: usize) {
    if let Some((_, said)) = plot.mark(index) {
        let _ = hook.call1(&JsValue::NULL, &said.tip.spoken.as_str().into());
    }
}

/// A scene on its canvas.
pub(super) struct Stage {
    plot: Rc<Plot>,
    canvas: HtmlCanvasElement,
    hooks: Hooks,
    ratio: f64,
    hovered: Option<usize>,
    focused: Option<usize>,
    has_focus: bool,
    /// The mark that the open tooltip tells.
    tipped: Option<usize>,
    /// Whether a pointer rather than a key brings the focus.
    pressed: bool,
    /// Whether a finger came down on a mark whose tooltip was not open: it opens that first.
    asks_tip: bool,
    frame: Option<AnimationFrame>,
    tip_timer: Option<Timeout>,
    say_timer: Option<Timeout>,
    /// The mark to announce as soon as the event is done with.
    to_say: Option<usize>,
    /// When a mark was last to be announced, in ms.
    asked: f64,
    typing: Typing,
    listeners: Vec<EventListener>,
    own: Weak<RefCell<Self>>,
}

impl Stage {
    /// Puts a scene on a canvas and listens to it.
    pub(super) fn new(
        plot: Rc<Plot>,
        canvas: HtmlCanvasElement,
        hooks: Hooks,
        ratio: f64,
    ) -> Rc<RefCell<Self>> {
        let stage = Rc::new_cyclic(|own| {
            // A chart that takes the place of another takes the keyboard over too.
            let has_focus = canvas.matches(":focus").unwrap_or(false);
            RefCell::new(Self {
                plot,
                canvas,
                hooks,
                ratio,
                hovered: None,
                focused: None,
                has_focus,
                tipped: None,
                pressed: false,
                asks_tip: false,
                frame: None,
                tip_timer: None,
                say_timer: None,
                to_say: None,
                asked: 0.0,
                typing: Typing::default(),
                listeners: Vec::new(),
                own: own.clone(),
            })
        });
        if let Ok(mut inner) = stage.try_borrow_mut() {
            inner.listen();
            inner.paint();
        }
        stage
    }

    /// Replaces what is shown, keeping the place of the focus when it still exists.
    pub(super) fn show(&mut self, plot: Rc<Plot>, ratio: f64) {
        self.plot = plot;
        self.ratio = ratio;
        let count = self.plot.scene.marks.len();
        self.focused = self.focused.filter(|index| *index < count);
        self.hovered = None;
        self.typing = Typing::default();
        self.paint();
    }

    /// Paints now.
    pub(super) fn paint(&mut self) {
        self.frame = None;
        let ring = self.focused.filter(|_| self.has_focus);
        let list = display_list(&self.plot.scene, ring, self.hovered);
        let (width, height) = (self.plot.scene.width.css(), self.plot.scene.height.css());
        replay(&self.canvas, &list.ops, &list.strings, width, height, self.ratio);
    }

    /// Moves the focus to a mark, as a key would.
    pub(super) fn focus(&mut self, index: usize) {
        if index < self.plot.scene.marks.len() {
            self.focused = Some(index);
            self.repaint_soon();
            self.tip_soon(Some(index));
        }
    }

    fn with(own: &Weak<RefCell<Self>>, act: impl FnOnce(&mut Self)) {
        // A call back into a stage that is already at work is dropped rather than a panic.
        let Some(stage) = own.upgrade() else { return };
        if let Ok(mut inner) = stage.try_borrow_mut() {
            act(&mut inner);
        }
        Self::say_now(&stage);
    }

    /// Says what is to be said at once, with no borrow held: the page may call back into the chart. Had it to wait
    /// for a timer, the frame that a key leads to would come before it.
    fn say_now(stage: &Rc<RefCell<Self>>) {
        let Ok(mut inner) = stage.try_borrow_mut() else { return };
        let Some(index) = inner.to_say.take() else { return };
        let (plot, hook) = (Rc::clone(&inner.plot), inner.hooks.say.clone());
        drop(inner);
        say(&plot, &hook, index);
    }

    fn repaint_soon(&mut self) {
        let own = self.own.clone();
        self.frame = Some(request_animation_frame(move |_| Self::with(&own, Self::paint)));
    }

    fn tip_soon(&mut self, index: Option<usize>) {
        self.tipped = index;
        let own = self.own.clone();
        self.tip_timer = Some(Timeout::new(TIP_DELAY, move || {
            if let Some(stage) = own.upgrade() {
                Self::tell_tip(&stage, index);
            }
        }));
    }

    /// Calls the page with no borrow held: it may call back into the chart.
    fn tell_tip(stage: &Rc<RefCell<Self>>, index: Option<usize>) {
        let Ok((hook, value)) =
            stage.try_borrow().map(|inner| (inner.hooks.tip.clone(), inner.mark_value(index)))
        else {
            return;
        };
        let _ = hook.call1(&JsValue::NULL, &value);
    }

    fn mark_value(&self, index: Option<usize>) -> JsValue {
        let found = index.and_then(|index| Some((index, self.plot.mark(index)?)));
        let value = found.map(|(index, (found, said))| to_js(&mark(index, found, &said)));
        value.unwrap_or(JsValue::NULL)
    }

    fn say_soon(&mut self, index: usize) {
        let now = Date::now();
        let is_rested = now - self.asked >= f64::from(SAY_DELAY);
        self.asked = now;
        self.say_timer = None;
        if is_rested {
            self.to_say = Some(index);
            return;
        }
        let (plot, hook) = (Rc::clone(&self.plot), self.hooks.say.clone());
        self.say_timer = Some(Timeout::new(SAY_DELAY, move || say(&plot, &hook, index)));
    }

    fn listen(&mut self) {
        self.on("pointermove", |stage, event| stage.pointer(event));
        self.on("pointerdown", |stage, event| stage.press(event));
        self.on("pointerleave", |stage, _| stage.leave());
        self.on("focus", |stage, _| stage.enter());
        self.on("blur", |stage, _| stage.blur());
        self.on_click();
        self.on_key();
    }

    fn on(&mut self, kind: &'static str, act: fn(&mut Self, &Event)) {
        let own = self.own.clone();
        let listener = EventListener::new(&self.canvas, kind, move |event| {
            Self::with(&own, |stage| act(stage, event))
        });
        self.listeners.push(listener);
    }

    fn on_click(&mut self) {
        let own = self.own.clone();
        self.listeners.push(EventListener::new(&self.canvas, "click", move |event| {
            let mut found = None;
            Self::with(&own, |stage| found = stage.click(event));
            Self::select(&own, found);
        }));
    }

    fn select(own: &Weak<RefCell<Self>>, index: Option<usize>) {
        let (Some(stage), Some(index)) = (own.upgrade(), index) else { return };
        let Ok((hook, value)) = stage
            .try_borrow()
            .map(|inner| (inner.hooks.select.clone(), inner.mark_value(Some(index))))
        else {
            return;
        };
        let _ = hook.call1(&JsValue::NULL, &value);
    }

    fn on_key(&mut self) {
        let own = self.own.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener =
            EventListener::new_with_options(&self.canvas, "keydown", options, move |event| {
                let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
                if key.ctrl_key() || key.alt_key() || key.meta_key() {
                    return;
                }
                let mut chosen = None;
                let mut used = false;
                Self::with(&own, |stage| (used, chosen) = stage.key(&key.key()));
                if used {
                    event.prevent_default();
                }
                Self::select(&own, chosen);
            });
        self.listeners.push(listener);
    }

    /// Acts on a key; says whether it was used and which mark was chosen.
    fn key(&mut self, key: &str) -> (bool, Option<usize>) {
        let step = match key {
            "ArrowLeft" => Step::Left,
            "ArrowRight" => Step::Right,
            "ArrowUp" => Step::Up,
            "ArrowDown" => Step::Down,
            "Home" => Step::First,
            "End" => Step::Last,
            "PageUp" => Step::PageUp,
            "PageDown" => Step::PageDown,
            " " if self.typing.is_on() => return (self.type_letter(key), None),
            "Enter" | " " => return (self.focused.is_some(), self.focused),
            "Escape" => {
                self.tip_soon(None);
                return (false, None);
            }
            _ => return (self.type_letter(key), None),
        };
        self.step(step);
        (true, None)
    }

    /// Goes to the mark whose name begins with what is typed; says whether there is one.
    fn type_letter(&mut self, key: &str) -> bool {
        let found = self.typing.found(&self.plot, self.focused.unwrap_or_default(), key);
        if let Some(to) = found {
            self.focus(to);
            self.say_soon(to);
        }
        found.is_some()
    }

    fn step(&mut self, step: Step) {
        if self.plot.scene.marks.is_empty() {
            return;
        }
        let to = self.focused.map_or(0, |from| {
            let found = self.typing.again(&self.plot, from, step);
            found.unwrap_or_else(|| next(&self.plot.scene, from, step))
        });
        self.focus(to);
        self.say_soon(to);
    }

    fn under(&self, event: &Event) -> Option<usize> {
        let pointer = event.dyn_ref::<web_sys::MouseEvent>()?;
        let shown = f64::from(self.canvas.client_width().max(1));
        let scale = self.plot.scene.width.css() / shown;
        let grid = |length: i32| Px((f64::from(length) * scale * 8.0) as i32);
        hit(&self.plot.scene, Point { x: grid(pointer.offset_x()), y: grid(pointer.offset_y()) })
    }

    fn pointer(&mut self, event: &Event) {
        if event.dyn_ref::<PointerEvent>().is_none() {
            return;
        }
        let found = self.under(event);
        if found != self.hovered {
            self.hovered = found;
            self.repaint_soon();
            self.tip_soon(found);
        }
    }

    fn press(&mut self, event: &Event) {
        let touch =
            event.dyn_ref::<PointerEvent>().is_some_and(|one| one.pointer_type() == "touch");
        let found = self.under(event);
        self.asks_tip = touch && found != self.tipped;
        self.pressed = true;
        self.focused = found.or(self.focused);
        self.pointer(event);
    }

    /// The mark whose source is asked for.
    fn click(&mut self, event: &Event) -> Option<usize> {
        let found = self.under(event);
        if !self.asks_tip {
            return found;
        }
        self.tip_soon(found);
        if let Some(index) = found {
            self.say_soon(index);
        }
        None
    }

    fn leave(&mut self) {
        self.hovered = None;
        self.repaint_soon();
        let kept = self.focused.filter(|_| self.has_focus);
        self.tip_soon(kept);
    }

    fn enter(&mut self) {
        self.has_focus = true;
        let to = self.focused.unwrap_or(0);
        if !self.pressed {
            self.focus(to);
            self.say_soon(to);
        }
        self.pressed = false;
        self.repaint_soon();
    }

    fn blur(&mut self) {
        self.has_focus = false;
        self.pressed = false;
        self.repaint_soon();
        self.tip_soon(None);
    }
}
