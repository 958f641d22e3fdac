/** The element, its events, and what a frame and the page around it say to each other. */
import type { ChartMark, HamyarError } from '../hamyar.js';
import type { View } from '../schema/hamyar-types.js';

export type { ChartMark, HamyarError, View };

/** The version of the messages: the field `hamyar` of each. It changes where one that is understood would no longer be. */
export type MessageVersion = 1;

/** What somebody chose at a chart, as `state` takes it and addresses carry it; `isWhole` is false where part of a given state could not be shown. */
export interface ChangeDetail { state: string; isWhole: boolean }

/** Events of the element. They bubble out of any shadow root. */
export interface HamyarChartEventMap {
  'hamyar-ready': CustomEvent<undefined>;
  /** The mark that a press or Enter chose. */
  'hamyar-select': CustomEvent<ChartMark>;
  'hamyar-change': CustomEvent<ChangeDetail>;
  /** Of the core, with both languages, or of the network. */
  'hamyar-error': CustomEvent<Error & Partial<HamyarError>>;
}
/** The same events at an `<iframe data-hamyar>`, as `hamyar-frame.js` tells them to the page around. */
export interface HamyarFrameEventMap {
  'hamyar-ready': CustomEvent<{ key: '' }>;
  'hamyar-select': CustomEvent<{ key: string }>;
  'hamyar-change': CustomEvent<{ state: string }>;
  'hamyar-error': CustomEvent<{ key: '' }>;
}

/** From the page around to a frame: it wants to hear of the chart. */
export interface AskMessage { hamyar: MessageVersion; type: 'ask' }
/** From a frame to the page that asked, and to its origin alone. */
export type FrameMessage =
  | { hamyar: MessageVersion; type: 'height'; /** Whole CSS px. */ height: number }
  | { hamyar: MessageVersion; type: 'state'; state: string }
  | { hamyar: MessageVersion; type: 'event'; name: 'hamyar-ready' | 'hamyar-select' | 'hamyar-error'; key: string };

/** Attributes of the element. */
export interface HamyarChartAttributes {
  /** Name of a view of the site, or a view as JSON ({@link View}). */
  view: string;
  /** Folder of a data package, with a slash at its end. */
  src?: string;
  /** Hash that its `package.bin` must have. */
  integrity?: string;
  /** What its files are called where `view` is JSON. */
  name?: string;
  /** File of boundaries, GeoJSON or TopoJSON. */
  ground?: string;
  /** A Jalali day, `1401-02-18`: what was known at its end. */
  known?: string;
  lang?: 'fa' | 'en';
  /** Direction of the plot; that of the language when it is left out. */
  dir?: 'rtl' | 'ltr';
  theme?: 'auto' | 'light' | 'dark';
  /** What was chosen at the chart. */
  state?: string;
  /** The state stands in the address of the page. */
  linked?: '';
}

/** `<hamyar-chart>`. */
export declare class HamyarChart extends HTMLElement {
  addEventListener<Name extends keyof HamyarChartEventMap>(type: Name, listener: (this: HamyarChart, event: HamyarChartEventMap[Name]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap { 'hamyar-chart': HamyarChart }
  interface GlobalEventHandlersEventMap {
    'hamyar-ready': HamyarChartEventMap['hamyar-ready'];
    'hamyar-select': HamyarChartEventMap['hamyar-select'];
    'hamyar-change': HamyarChartEventMap['hamyar-change'];
    'hamyar-error': HamyarChartEventMap['hamyar-error'];
  }
}
