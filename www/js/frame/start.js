// @ts-check
import { tellAround } from './inside.js';

/** A page around may ask for other colours than those of the device. */
const theme = new URLSearchParams(location.search).get('theme') ?? '';
if (['light', 'dark'].includes(theme)) {
  document.documentElement.dataset.theme = theme;
  document.querySelector('hamyar-chart')?.setAttribute('theme', theme);
}
tellAround(document.body);
