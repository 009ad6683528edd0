/* A video plays in the page once its reader has agreed to embeds; until then its link leads to its host.
   Where the law lets it play until the reader objects, the notice says so. */
const agreed = () => {
  const notice = document.getElementById('consent');
  if (notice) return 'presumed' in notice.dataset && !/(?:^|; )cs=/.test(document.cookie);
  const cookie = /(?:^|; )cs=v1\.[^.;]*\.[^.;]*\.([0-9a-f]+)\.(\d+)\./.exec(document.cookie);
  return cookie && parseInt(cookie[1], 16) & 8 && cookie[2] > Date.now() / 1000;
};
document.addEventListener('click', event => {
  const link = event.target.closest('a[data-embed]');
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || !agreed()) return;
  event.preventDefault();
  const frame = document.createElement('iframe');
  frame.src = link.dataset.embed;
  frame.title = link.dataset.title;
  frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  link.replaceWith(frame);
  frame.focus();
});
