// @ts-check
/** Of each drawing, in CSS px: as wide as the column of a published page, as high as ours of 31 bars. */
export const WIDTH = 640;
export const HEIGHT = 944;
