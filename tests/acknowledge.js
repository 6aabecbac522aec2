/**
 * Sends Firefox a WebSocket pong for every piece of data that arrives from it, so that each is acknowledged at once: a click
 * takes 65 ms with it, and 200 without. Firefox's server holds a message back until the one before is acknowledged (Nagle's
 * algorithm, RFC 896), and Linux delays an acknowledgement by 40 ms unless there are data to send it with. A pong that no
 * ping asked for is such data, and is ignored (RFC 6455, section 5.5.3).
 */
import { subscribe } from 'node:diagnostics_channel';

/** A masked frame without data: the opcode, the mask bit with length 0, the mask. */
const PONG = Uint8Array.of(0x8a, 0x80, 1, 2, 3, 4);

/** How the answer begins with which an HTTP connection becomes a WebSocket. */
const SWITCHING_PROTOCOLS = 'HTTP/1.1 101';

subscribe('net.client.socket', (message) => {
  const { socket } = /** @type {{ socket: import('node:net').Socket }} */ (message);
  let isWebSocket = false;
  socket.on('data', (data) => {
    if (isWebSocket) socket.write(PONG);
    else isWebSocket = data.subarray(0, SWITCHING_PROTOCOLS.length).toString() === SWITCHING_PROTOCOLS;
  });
});
