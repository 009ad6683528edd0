// Without this the form posts and the page comes back; with it the reader keeps the place.
(() => {
  const notice = document.getElementById('consent');
  if (!notice) return;
  notice.addEventListener('submit', event => {
    const form = event.target;
    const data = new FormData(form, event.submitter);
    const buttons = notice.querySelectorAll('button');
    const body = Object.fromEntries(data);
    event.preventDefault();
    buttons.forEach(button => button.disabled = true);
    body.purposes = data.getAll('purposes');
    fetch(form.action, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': Array.from(crypto.getRandomValues(new Uint32Array(5)), n => n.toString(36)).join('-')
      },
      body: JSON.stringify(body)
    }).then(answer => answer.ok ? answer.json() : Promise.reject(answer)).then(decision => {
      document.getElementById('consent-said').textContent = notice.dataset.said;
      notice.remove();
      document.dispatchEvent(new CustomEvent('kiosque:choice', {detail: decision}));
    }).catch(() => {
      // The plain way also says what went wrong.
      const choice = document.createElement('input');
      choice.type = 'hidden';
      choice.name = 'choice';
      choice.value = data.get('choice');
      form.append(choice);
      form.submit();
    });
  });
})();
