// @ts-check
import { tellAround } from './inside.js';

tellAround(document.body);
