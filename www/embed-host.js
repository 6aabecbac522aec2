/*
 * The host's side of embed.html: makes an iframe as high as the page in it says. A message is matched with its iframe by
 * the window that sent it, never by an origin: a sandboxed page has none.
 */
addEventListener('message', ({ data, source }) => {
  if (typeof data !== 'string' || !data.includes('iframe.resize')) return;
  try {
    const { context, height } = JSON.parse(data);
    if (context !== 'iframe.resize' || !(height > 0 && height < 20000)) return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source) frame.style.height = `${height}px`;
    }
  } catch {
    // Not a message of ours.
  }
});
