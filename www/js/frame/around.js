// @ts-check
/**
 * On the page around: `<iframe data-hamyar src="….frame.html">` is as high as its chart, and hears its events. One file
 * serves every frame of the page, also those that come later.
 */
import { ofDocument } from '../dom.js';
import { ask, read } from './messages.js';

const FRAMES = 'iframe[data-hamyar]';

/** @returns {Iterable<HTMLIFrameElement>} */
const frames = () => ofDocument('querySelectorAll')(FRAMES);

/** Where a frame is from; a sandboxed one is from nowhere. @param {HTMLIFrameElement} frame */
function originOf(frame) {
  const { sandbox, src } = frame;
  return frame.hasAttribute('sandbox') && !sandbox.contains('allow-same-origin') ? 'null' : new URL(src, ofDocument('baseURI')).origin;
}

/** A sandboxed frame can only be asked whoever it is; there is nothing in the question. @param {HTMLIFrameElement} frame */
function greet(frame) {
  const origin = originOf(frame);
  frame.contentWindow?.postMessage(ask(), origin === 'null' ? '*' : origin);
}

addEventListener('message', ({ source, origin, data }) => {
  if (source === null) return;
  for (const frame of frames()) {
    if (frame.contentWindow !== source) continue;
    const message = origin === originOf(frame) ? read(data) : null;
    if (message?.type === 'height') frame.height = String(message.height);
    if (message?.type === 'state') frame.dispatchEvent(new CustomEvent('hamyar-change', { bubbles: true, detail: { state: message.state } }));
    if (message?.type === 'event') frame.dispatchEvent(new CustomEvent(message.name, { bubbles: true, detail: { key: message.key } }));
    return;
  }
});

// A frame that loads after this script, and one that was there before it.
ofDocument('addEventListener')('load', ({ target }) => {
  if (target instanceof HTMLIFrameElement && target.matches(FRAMES)) greet(target);
}, true);
for (const frame of frames()) greet(frame);
