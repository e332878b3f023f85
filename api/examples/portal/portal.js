// A whole portal without a framework: signs in with PKCE, searches, shows which copies can be had, and follows them while they change.
const { api, client } = document.currentScript.dataset;
const here = location.origin + '/';
const show = (id, text) => { document.getElementById(id).textContent = text; };

// ---- Signing in: OAuth 2.1, authorization code with PKCE. The token stays in memory and is gone with the page.
let token;

const base64url = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

async function signIn() {
  const [verifier, state] = [random(), random()];
  sessionStorage.setItem('pkce', JSON.stringify({ verifier, state }));
  const challenge = base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
  location.href = `${api}/connect/authorize?` + new URLSearchParams({
    client_id: client, response_type: 'code', redirect_uri: here, scope: 'openid profile catalogue own',
    state, code_challenge: challenge, code_challenge_method: 'S256',
  });
}

async function comeBack() {
  const answer = new URLSearchParams(location.search);
  if (!answer.has('code') && !answer.has('error')) return;
  history.replaceState(null, '', here);
  const { verifier, state } = JSON.parse(sessionStorage.getItem('pkce') ?? '{}');
  sessionStorage.removeItem('pkce');
  if (answer.get('state') !== state) return show('status', 'Đăng nhập không thành công.');
  if (answer.has('error')) return show('status', answer.get('error_description') ?? answer.get('error'));
  const response = await fetch(`${api}/connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'authorization_code', client_id: client, code: answer.get('code'), redirect_uri: here, code_verifier: verifier }),
  });
  if (!response.ok) return show('status', 'Đăng nhập không thành công.');
  token = (await response.json()).access_token;
  const { me } = await ask('{ me { name } }');
  show('who', me.name);
  document.getElementById('sign-in').hidden = true;
  await showLoans();
}

// ---- Asking.
const headers = () => ({ 'Content-Type': 'application/json', 'Accept-Language': 'vi', ...(token && { Authorization: `Bearer ${token}` }) });

async function ask(query, variables) {
  const response = await fetch(`${api}/graphql`, { method: 'POST', headers: headers(), body: JSON.stringify({ query, variables }) });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

const words = { AVAILABLE: 'còn trên giá', ON_LOAN: 'đang cho mượn', KEPT: 'đang giữ cho bạn đọc khác', IN_LIBRARY_ONLY: 'đọc tại chỗ', NOT_LENT: 'không cho mượn' };

async function search(text) {
  const { records } = await ask(
    `query ($text: String!) { records(search: $text, first: 10) { totalCount nodes { title author
      items(first: 20) { nodes { id registrationNumber availability library { name } } } } } }`, { text });
  show('status', `${records.totalCount} kết quả`);
  document.getElementById('books').replaceChildren(...records.nodes.map(book => {
    const copies = document.createElement('ul');
    copies.append(...book.items.nodes.map(copy => element('li', `${copy.registrationNumber}, ${copy.library.name}: ${words[copy.availability]}`, copy.availability, copy.id)));
    const entry = element('li', [book.title, book.author].filter(Boolean).join(' / '));
    entry.append(copies);
    return entry;
  }));
}

async function showLoans() {
  const { loans } = await ask('{ loans(where: { returnedAt: { eq: null } }, first: 50) { nodes { dueOn item { registrationNumber record { title } } } } }');
  document.getElementById('mine').hidden = false;
  document.getElementById('loans').replaceChildren(...loans.nodes.map(loan => element('li', `${loan.item.record.title}, trả trước ngày ${loan.dueOn}`)));
}

// Text is set, never parsed as HTML: titles come from outside.
function element(name, text, className, id) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  if (id) made.dataset.id = id;
  return made;
}

// ---- Following: server-sent events. After a broken connection it goes on after the last sequence it has seen.
async function follow(after) {
  const query = 'subscription ($after: Long) { itemAvailabilityChanged(after: $after) { sequence item { id registrationNumber availability library { name } } } }';
  for (; ; await new Promise(resolve => setTimeout(resolve, 2000))) {
    try {
      const response = await fetch(`${api}/graphql`, { method: 'POST', headers: { ...headers(), Accept: 'text/event-stream' }, body: JSON.stringify({ query, variables: { after } }) });
      for await (const { sequence, item } of events(response.body)) {
        after = sequence;
        const shown = item && document.querySelector(`[data-id="${item.id}"]`);
        if (shown) shown.replaceWith(element('li', `${item.registrationNumber}, ${item.library.name}: ${words[item.availability]}`, item.availability, item.id));
      }
    } catch { /* the connection broke: once more, after the last sequence */ }
  }
}

async function* events(stream) {
  let text = '';
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  for (let part; !(part = await reader.read()).done;) {
    text += part.value;
    for (let end; (end = text.indexOf('\n\n')) >= 0; text = text.slice(end + 2)) {
      const data = text.slice(0, end).split('\n').find(line => line.startsWith('data: {'));
      if (data) yield JSON.parse(data.slice(6)).data.itemAvailabilityChanged;
    }
  }
}

document.getElementById('sign-in').addEventListener('click', signIn);
document.getElementById('search').addEventListener('submit', event => {
  event.preventDefault();
  search(document.getElementById('words').value).catch(fault => show('status', fault.message));
});
comeBack().catch(fault => show('status', fault.message));
follow();
