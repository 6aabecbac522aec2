/**
 * Writes animated GIFs (GIF89a, with the loop that browsers know as NETSCAPE2.0). Written here rather than taken from a
 * library: the colours of a figure are known, so that of an encoder only the compression is left.
 *
 * @import { Colour } from '../draw/palette.js'
 */

/** Colours of a palette at most: one of the 256 stands for what has not changed. */
export const MAX_COLOURS = 255;

/** The index of a pixel that stays as it is. */
export const UNCHANGED = 255;

const LOOP = [0x21, 0xff, 11, ...ascii('NETSCAPE2.0'), 3, 1, 0, 0, 0];

/**
 * @param {number} width
 * @param {number} height
 * @param {Colour[]} colours  up to MAX_COLOURS
 */
export function gifWriter(width, height, colours) {
  const table = new Uint8Array(3 * 256);
  table.set(colours.flat());
  // The table has 256 colours of 8 bits.
  const header = [...ascii('GIF89a'), ...word(width), ...word(height), 0xf7, 0, 0];
  const parts = [Uint8Array.from(header), table, Uint8Array.from(LOOP)];

  return {
    /**
     * @param {Uint8Array} pixels  an index of a colour, or UNCHANGED, of each, row by row
     * @param {number} milliseconds  for which it is shown
     */
    frame(pixels, milliseconds) {
      const control = [0x21, 0xf9, 4, 0b101, ...word(Math.round(milliseconds / 10)), UNCHANGED, 0];
      const descriptor = [0x2c, 0, 0, 0, 0, ...word(width), ...word(height), 0, CODE_BITS];
      parts.push(Uint8Array.from([...control, ...descriptor]), inBlocks(compress(pixels)));
    },

    /** The file. */
    finish() {
      return new Blob([...parts, Uint8Array.of(0x3b)], { type: 'image/gif' });
    },
  };
}

/** Bits of a pixel. */
const CODE_BITS = 8;
const CLEAR = 1 << CODE_BITS;
const END = CLEAR + 1;

/** Codes have at most 12 bits. */
const MAX_CODES = 4096;

/** The code of a sequence, with the table that it is of, by the code of all but its last pixel and that pixel. */
const codes = new Uint32Array(MAX_CODES << CODE_BITS);
let tableNumber = 0;

/** Lempel, Ziv and Welch's compression, as GIF packs its codes. @param {Uint8Array} pixels */
export function compress(pixels) {
  let bytes = new Uint8Array(1 << 16);
  let length = 0;
  let [buffer, bits] = [0, 0];
  let [size, next] = [CODE_BITS + 1, MAX_CODES];

  /** @param {number} code */
  function write(code) {
    buffer |= code << bits;
    for (bits += size; bits >= 8; bits -= 8) {
      if (length === bytes.length) bytes = grown(bytes);
      bytes[length++] = buffer;
      buffer >>>= 8;
    }
  }

  function clear() {
    write(CLEAR);
    [size, next] = [CODE_BITS + 1, END + 1];
    // An entry of `codes` has twenty bits for it.
    if (++tableNumber === 1 << 20) {
      codes.fill(0);
      tableNumber = 1;
    }
  }

  clear();
  let prefix = pixels[0];
  for (let i = 1; i < pixels.length; i++) {
    const place = (prefix << CODE_BITS) | pixels[i];
    const found = codes[place];
    if (found >>> 12 === tableNumber) {
      prefix = found & (MAX_CODES - 1);
      continue;
    }
    write(prefix);
    prefix = pixels[i];
    if (next === MAX_CODES) {
      clear();
    } else {
      if (next === 1 << size) size++;
      codes[place] = ((tableNumber << 12) | next++) >>> 0;
    }
  }
  write(prefix);
  // The reader has added an entry for the last code.
  if (next === 1 << size && size < 12) size++;
  write(END);
  if (length === bytes.length) bytes = grown(bytes);
  if (bits > 0) bytes[length++] = buffer;
  return bytes.subarray(0, length);
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
function grown(bytes) {
  const larger = new Uint8Array(2 * bytes.length);
  larger.set(bytes);
  return larger;
}

/** Bytes as GIF lays them out: blocks of 255 at most, each after its length, and an empty one. @param {Uint8Array} bytes */
function inBlocks(bytes) {
  const count = Math.ceil(bytes.length / 255);
  const blocks = new Uint8Array(bytes.length + count + 1);
  for (let i = 0; i < count; i++) {
    const block = bytes.subarray(255 * i, 255 * (i + 1));
    blocks[256 * i] = block.length;
    blocks.set(block, 256 * i + 1);
  }
  return blocks;
}

/** A 16-bit number, the low byte first. @param {number} value */
function word(value) {
  return [value & 255, value >> 8];
}

/** @param {string} text */
function ascii(text) {
  return [...text].map((letter) => letter.charCodeAt(0));
}
