// @ts-check
/** The page of one chart, alone in a file. */
import './held.js';
import '../element.js';
