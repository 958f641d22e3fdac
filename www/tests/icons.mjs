// @ts-check
/**
 * Makes the icons that phones and desktops ask for as PNG, from `icons/hamyar.svg`, in Chromium:
 * `CHROMIUM_PATH=… node tests/icons.mjs` in `www/`. They are committed; run it again when the drawing changes.
 */
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';

/** A mask may cut off everything but a circle of four fifths of the width: the drawing keeps within it, on a ground to the edges. */
const ICONS = [
  { name: 'hamyar-192', size: 192, scale: 1, ground: 'transparent' },
  { name: 'hamyar-512', size: 512, scale: 1, ground: 'transparent' },
  { name: 'hamyar-maskable-512', size: 512, scale: 0.74, ground: '#fff' },
  { name: 'hamyar-180', size: 180, scale: 0.9, ground: '#fff' },
];

const drawing = await readFile('icons/hamyar.svg');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
const page = await browser.newPage();
for (const { name, size, scale, ground } of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>html,body{margin:0;height:100%;background:${ground};display:grid;place-items:center}img{width:${size * scale}px}</style>
    <img src="data:image/svg+xml;base64,${drawing.toString('base64')}">`);
  await page.screenshot({ path: `icons/${name}.png`, omitBackground: true });
}
await browser.close();
