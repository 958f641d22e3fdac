// @ts-check
import './element.js';
