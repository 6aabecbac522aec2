/** More points than this are a crowd: they are drawn as dots and summed up, not shown and named one by one. */
export const MAX_SINGLES = 8;
