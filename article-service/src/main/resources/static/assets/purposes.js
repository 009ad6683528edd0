/* What waits for its reader's agreement: a script runs once its purpose is agreed to, a video plays in the page when it
   is clicked from then on; until then its link leads to its host. Where the law lets it happen until the reader objects,
   the notice says so. A browser that objects (GPC) refuses two purposes, unless it did so when the reader chose. */
const bits = {audience: 1, personalisation: 2, advertising: 4, embeds: 8};
const agreed = purpose => {
  const notice = document.getElementById('consent');
  if (notice) return 'presumed' in notice.dataset && !/(?:^|; )cs=/.test(document.cookie);
  const cookie = /(?:^|; )cs=v1\.[^.;]*\.[^.;]*\.([0-9a-f]+)\.(\d+)\./.exec(document.cookie);
  const choice = cookie && cookie[2] > Date.now() / 1000 ? parseInt(cookie[1], 16) : 0;
  return choice & bits[purpose] & (navigator.globalPrivacyControl && !(choice & 16) ? 9 : 15);
};
const wake = () => document.querySelectorAll('script[data-purpose]').forEach(waiting => {
  if (!agreed(waiting.dataset.purpose)) return;
  const script = document.createElement('script');
  script.src = waiting.dataset.src;
  waiting.replaceWith(script);
});
wake();
document.addEventListener('kiosque:choice', wake);
document.addEventListener('click', event => {
  const link = event.target.closest('a[data-embed]');
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || !agreed(link.dataset.purpose)) return;
  event.preventDefault();
  const frame = document.createElement('iframe');
  frame.src = link.dataset.embed;
  frame.title = link.dataset.title;
  frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  link.replaceWith(frame);
  frame.focus();
});
