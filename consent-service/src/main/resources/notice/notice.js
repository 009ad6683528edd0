// Without this the form posts and the page comes back; with it the reader keeps the place.
(() => {
  const notice = document.getElementById('consent');
  const form = notice && notice.querySelector('form');
  if (!form) return;
  if (navigator.globalPrivacyControl) notice.querySelector('[data-gpc]').hidden = false;
  form.addEventListener('submit', event => {
    event.preventDefault();
    const data = new FormData(form, event.submitter);
    const all = name => data.getAll(name);
    const buttons = form.querySelectorAll('button');
    buttons.forEach(button => button.disabled = true);
    fetch(form.action, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID ? crypto.randomUUID() : Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16)).join('-')
      },
      body: JSON.stringify({
        notice: data.get('notice'), text: data.get('text'), language: data.get('language'), mode: data.get('mode'),
        choice: data.get('choice'), purposes: all('purposes')
      })
    }).then(answer => {
      if (!answer.ok) throw answer;
      return answer.json();
    }).then(decision => {
      notice.remove();
      document.dispatchEvent(new CustomEvent('kiosque:choice', {detail: decision}));
    }).catch(() => {
      // The plain way also says what went wrong.
      buttons.forEach(button => button.disabled = false);
      const choice = document.createElement('input');
      choice.type = 'hidden';
      choice.name = 'choice';
      choice.value = data.get('choice');
      form.append(choice);
      form.submit();
    });
  });
})();
