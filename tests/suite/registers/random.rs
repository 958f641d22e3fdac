//! What holds of any register.

use hamyar::calendar::{Day, Period};
use hamyar::model::{CoopStage, Cooperative, Lifecycle, LifecycleEvent, LifecycleFault, SourceId};
use hamyar::tabulate::{coops_at_stages, median, troubled_flow};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{counted, whole};

/// Numbers that look random and are the same on every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> i32 {
        self.0 = self.0 * 48_271 % 0x7FFF_FFFF;
        i32::try_from(self.0 % end).unwrap()
    }
}

fn first_day() -> Day {
    Period::year(1400).unwrap().start().unwrap()
}

/// Any events that may follow each other within five years.
fn lifecycle(numbers: &mut Numbers) -> Lifecycle {
    let mut life = Lifecycle::default();
    let mut day = first_day();
    for _ in 0..numbers.below(30) {
        day = day.plus(numbers.below(120));
        let stage = CoopStage::ALL[numbers.below(13) as usize];
        let before = life.clone();
        let event = LifecycleEvent { stage, day, source: SourceId::new("R") };
        if life.push(event).is_err() {
            assert_eq!(life, before, "a refused event leaves no trace");
        }
    }
    life
}

fn register(numbers: &mut Numbers) -> Vec<Cooperative> {
    let model = &counted().registers.cooperatives[0];
    let count = numbers.below(40);
    (0..count).map(|_| Cooperative { lifecycle: lifecycle(numbers), ..model.clone() }).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn stock_and_flow_agree_in_any_register() {
    let mut numbers = Numbers(7);
    let mut came = 0;
    for _ in 0..100 {
        let register = register(&mut numbers);
        let register: Vec<&Cooperative> = register.iter().collect();
        let mut before = 0;
        for year in 1400..1406 {
            let flow = troubled_flow(&register, &Period::year(year).unwrap()).unwrap();
            assert_eq!(flow.opening, before);
            assert_eq!(flow.opening + flow.new, flow.resolved + flow.closing);
            before = flow.closing;
            came += flow.new;
        }
    }
    assert!(came > 100, "{came}");
}

#[wasm_bindgen_test(unsupported = test)]
fn every_cooperative_stands_at_one_stage_on_any_day() {
    let mut numbers = Numbers(11);
    for _ in 0..100 {
        let register = register(&mut numbers);
        let register: Vec<&Cooperative> = register.iter().collect();
        let day = first_day().plus(numbers.below(2_000));
        let there = |one: &&&Cooperative| {
            one.lifecycle.events().first().is_some_and(|event| event.day <= day)
        };
        let stages = coops_at_stages(&register, day);
        let counted: usize = stages.iter().map(|(_, count)| count).sum();
        assert_eq!(counted, register.iter().filter(there).count());
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn any_lifecycle_keeps_what_must_hold() {
    let mut numbers = Numbers(13);
    for _ in 0..300 {
        let life = lifecycle(&mut numbers);
        for pair in life.events().windows(2) {
            assert!(pair[0].day <= pair[1].day);
            assert_ne!(pair[0].stage, pair[1].stage);
            assert_ne!(pair[0].stage, CoopStage::Dissolved);
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn as_many_lie_below_a_median_as_above() {
    let mut numbers = Numbers(17);
    for count in 1..60 {
        let days: Vec<i32> = (0..count).map(|_| numbers.below(900)).collect();
        let middle = median(days.clone()).unwrap();
        let below = days.iter().filter(|day| whole(i64::from(**day)) < middle).count();
        let above = days.iter().filter(|day| whole(i64::from(**day)) > middle).count();
        assert!(below <= days.len() / 2 && above <= days.len() / 2, "{days:?} {middle}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_stalled_cooperative_takes_up_its_way_again() {
    let life = |stages: &[CoopStage]| {
        let mut life = Lifecycle::default();
        let events = stages.iter().zip(1..).map(|(stage, day)| LifecycleEvent {
            stage: *stage,
            day: Day(day),
            source: SourceId::new("R"),
        });
        events.into_iter().try_for_each(|event| life.push(event))
    };
    use CoopStage::{BeingSetUp, Dormant, Licence, Operating, Registered, Request};
    assert_eq!(life(&[Request, Registered, Dormant, Registered, Licence]), Ok(()));
    assert_eq!(life(&[Operating, Dormant, BeingSetUp, Operating]), Err(LifecycleFault::StepBack));
    assert_eq!(life(&[Operating, Dormant, BeingSetUp, Dormant, Operating]), Ok(()));
    assert_eq!(life(&[Registered, Dormant, Request]), Err(LifecycleFault::StepBack));
}
