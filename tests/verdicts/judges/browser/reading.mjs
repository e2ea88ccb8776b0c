// Looks at pages in headless Chromium: reading.mjs FILE…
//
// Each is opened from the disk without a network, wide and narrow, light and dark. It may ask for nothing but itself, has no
// errors, is no wider than the window, its text stands out from what is behind it, and its links lead somewhere.
// With SCREENSHOTS=DIRECTORY what was seen is kept there.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { basename, delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const WINDOWS = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];
const SCHEMES = ["light", "dark"];
/** What WCAG 2 asks of text (AA), and how small letters may be. */
const CONTRAST = 4.5;
const LETTERS = 12;

/** What a page shows that nobody could read, and the names that its links lead to. Runs in the page. */
function look({ contrast, letters }) {
  const hidden = (element) => {
    const box = element.getBoundingClientRect();
    return box.width <= 1 || box.height <= 1 || box.right <= 0;
  };
  const canvas = document.createElement("canvas").getContext("2d", {
    willReadFrequently: true,
  });
  /** The colours, each over the one before, as they are seen. */
  const seen = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (colour) => {
    const [red, green, blue] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045
        ? share / 12.92
        : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort(
      (a, b) => a - b,
    );
    return (light + 0.05) / (dark + 0.05);
  };
  const problems = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let count = 0;
  while (texts.nextNode()) {
    const text = texts.currentNode.data.trim();
    const element = texts.currentNode.parentElement;
    if (!text || hidden(element)) continue;
    count += 1;
    const behind = ["Canvas"];
    for (let at = element; at; at = at.parentElement) {
      behind.splice(1, 0, getComputedStyle(at).backgroundColor);
    }
    const style = getComputedStyle(element);
    const found = ratio(seen(behind), seen([...behind, style.color]));
    if (found < contrast)
      problems.push(`contrast ${found.toFixed(2)}: ${text}`);
    if (parseFloat(style.fontSize) < letters) {
      problems.push(`letters of ${style.fontSize}: ${text}`);
    }
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) problems.push(`${scrollWidth} pixels wide`);
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  const known = new Set(ids);
  if (known.size < ids.length) problems.push("an id is there twice");
  const links = [...document.querySelectorAll("a[href^='#']")];
  for (const link of links) {
    const id = decodeURIComponent(link.getAttribute("href").slice(1));
    if (!known.has(id)) problems.push(`nothing has the id ${id}`);
  }
  return { problems, count, links: links.length };
}

async function read(browser, file, viewport, colorScheme) {
  const address = pathToFileURL(file).href;
  const context = await browser.newContext({
    viewport,
    colorScheme,
    offline: true,
  });
  const page = await context.newPage();
  const noticed = [];
  page.on("request", (request) => {
    const [asked] = request.url().split("#");
    if (asked !== address) noticed.push(`asks for ${asked}`);
  });
  page.on("console", (message) => noticed.push(`prints ${message.text()}`));
  page.on("pageerror", (error) => noticed.push(`fails with ${error}`));
  await page.goto(address);
  const { problems, count, links } = await page.evaluate(look, {
    contrast: CONTRAST,
    letters: LETTERS,
  });
  assert(
    count > 100 && links > 10,
    `${file}: ${count} texts and ${links} links`,
  );
  // What a link leads to is marked, and has to stand out as well.
  const member = page.locator("main [id] a").last();
  await member.click();
  assert(
    await page.locator(":target").isVisible(),
    `${file}: a link leads to nothing`,
  );
  const marked = await page.evaluate(look, {
    contrast: CONTRAST,
    letters: LETTERS,
  });
  const what = `${basename(file)}, ${viewport.width} pixels, ${colorScheme}`;
  if (process.env.SCREENSHOTS) {
    const name = `${basename(file, ".html")}-${viewport.width}-${colorScheme}.png`;
    const path = join(process.env.SCREENSHOTS, name);
    await page.screenshot({ path, fullPage: true });
  }
  await context.close();
  const all = new Set([...noticed, ...problems, ...marked.problems]);
  return [...all].map((problem) => `${what}: ${problem}`);
}

const places = process.env.PATH.split(delimiter);
const executablePath = places
  .map((place) => join(place, "chromium"))
  .find((path) => existsSync(path));
const browser = await chromium.launch({
  executablePath,
  args: [
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
try {
  const looks = process.argv.slice(2).map(async (file) => {
    const all = [];
    for (const viewport of WINDOWS) {
      for (const scheme of SCHEMES) {
        all.push(...(await read(browser, file, viewport, scheme)));
      }
    }
    return all;
  });
  const found = (await Promise.all(looks)).flat();
  for (const problem of found) console.log(problem);
  process.exitCode = found.length ? 1 : 0;
} finally {
  await browser.close();
}
