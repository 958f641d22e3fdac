// @ts-check
/** The name that a mistyped one was most likely meant to be. */

/** How many letters are put in, taken out or changed from one to the other. @param {string} one @param {string} other */
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (const [down, letter] of [...one].entries()) {
    const next = [down + 1];
    for (let across = 0; across < other.length; across += 1) {
      next.push(Math.min(row[across] + (other[across] === letter ? 0 : 1), row[across + 1] + 1, next[across] + 1));
    }
    row = next;
  }
  return row[other.length];
}

/** The first of the nearest. @param {string} asked @param {string[]} names @returns {string | undefined} */
export function nearest(asked, names) {
  // No name is as long as what somebody may have put into an address.
  const short = asked.toLowerCase().slice(0, 200);
  const far = names.map((name) => distance(short, name.toLowerCase()));
  return names[far.indexOf(Math.min(...far))];
}
