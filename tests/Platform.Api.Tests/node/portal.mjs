// Uses the example portal as a person does: with a keyboard, in a real browser, on the platform's own sign-in page.
import { strict as assert } from 'node:assert';
import puppeteer from 'puppeteer-core';

const [portal, api, executablePath] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
const page = await browser.newPage();
const faults = [];
page.on('pageerror', fault => faults.push(fault.message));

const text = selector => page.$eval(selector, element => element.textContent);
const shows = (selector, words) => page.waitForFunction((s, w) => document.querySelector(s)?.textContent.includes(w), { timeout: 20000 }, selector, words);
const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim());
const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };

// Every visible text against what is painted behind it (WCAG 2.2, 1.4.3: 4.5 to 1).
const poorContrast = () => page.evaluate(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = colour => rgba(colour).slice(0, 3).map(c => c / 255).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = element => { for (let e = element; e; e = e.parentElement) { const colour = getComputedStyle(e).backgroundColor; if (rgba(colour)[3] === 255) return colour; } return 'white'; };
  return [...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && e.checkVisibility()).map(e => {
    const [a, b] = [light(getComputedStyle(e).color), light(behind(e))].sort((x, y) => y - x);
    return [e.textContent.trim(), (a + 0.05) / (b + 0.05)];
  }).filter(([, ratio]) => ratio < 4.5);
});

const scenarios = [
  ['whoever is not signed in searches without marks and sees which copies can be had', async () => {
    await page.goto(portal);
    await page.type('#words', 'de men phieu luu ky');
    await press('Enter');
    await shows('#books', 'Dế Mèn phiêu lưu ký');
    assert.match(await text('#books li li'), /còn trên giá|đang cho mượn/);
  }],
  ['the sign-in page is reached, in the language of the browser', async () => {
    await page.setExtraHTTPHeaders({ 'Accept-Language': 'en' });
    await Promise.all([page.waitForNavigation(), page.click('#sign-in')]);
    assert.equal(new URL(page.url()).origin, api);
    assert.equal(await page.$eval('html', h => h.lang), 'en');
    assert.equal(await text('h1'), 'Sign in to the library');
    await page.setExtraHTTPHeaders({ 'Accept-Language': 'vi' });
    await page.reload();
    assert.equal(await page.$eval('html', h => h.lang), 'vi');
    assert.equal(await text('h1'), 'Đăng nhập thư viện');
  }],
  ['its fields have labels that are bound to them, its contrast is enough by day and by night', async () => {
    assert.deepEqual(await page.$$eval('input:not([type=hidden])', inputs => inputs.map(i => [i.id, i.labels.length, i.autocomplete])), [['name', 1, 'username'], ['password', 1, 'current-password']]);
    for (const value of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      assert.deepEqual(await poorContrast(), [], value);
    }
    assert.equal(await page.$$eval('script', scripts => scripts.length), 0);
  }],
  ['a wrong password is said in words that a screen reader speaks', async () => {
    await page.type('#name', 'demo-hocsinh');
    await press('Tab');
    assert.equal(await focused(), 'password');
    await page.keyboard.type('khong-phai-mat-khau');
    await Promise.all([page.waitForNavigation(), press('Enter')]);
    assert.match(await text('[role=alert]'), /không đúng/);
    assert.deepEqual(await poorContrast(), []);
  }],
  ['with the keyboard alone a person signs in and is asked what the portal may do', async () => {
    assert.equal(await focused(), 'name');
    await page.keyboard.type('demo-hocsinh');
    await press('Tab');
    await page.keyboard.type('thu-vien-mo-cua');
    await press('Tab');
    assert.equal(await focused(), 'Đăng nhập');
    await Promise.all([page.waitForNavigation(), press('Enter')]);
    assert.match(await text('main'), /Cổng thư viện xã xin được thay mặt bạn/);
    assert.match(await text('main'), /xem sách bạn đang mượn/);
    assert.deepEqual(await poorContrast(), []);
  }],
  ['having allowed it, the person is back at the portal and sees the own loans', async () => {
    await press('Tab');
    assert.equal(await focused(), 'Cho phép');
    await Promise.all([page.waitForNavigation(), press('Enter')]);
    await shows('#who', 'demo-hocsinh');
    assert.equal(page.url(), portal + '/', 'no code stays in the address');
    await page.waitForSelector('#mine:not([hidden]) li');
    assert.match(await text('#loans'), /trả trước ngày \d{4}-\d\d-\d\d/);
  }],
  ['a copy that somebody borrows meanwhile is shown as lent, without reloading', async () => {
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'demo-librarian', client_secret: 'demo-only-secret' });
    const { access_token: token } = await (await fetch(`${api}/connect/token`, { method: 'POST', body: form })).json();
    const ask = async (query, variables) => (await (await fetch(`${api}/graphql`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }, body: JSON.stringify({ query, variables }),
    })).json()).data;
    const library = (await ask('{ library(code: "LCSN") { id } }')).library.id;
    const { items, patrons } = await ask(`query ($library: ID!) {
      items(first: 50, where: { library: { eq: $library }, status: { eq: IN_STOCK } }, order: [{ registrationNumber: DESC }]) { nodes { registrationNumber availability record { title } } }
      patrons(first: 50) { nodes { cardNumber } } }`, { library });
    let lent;
    for (const { registrationNumber, record } of items.nodes.filter(i => i.availability === 'AVAILABLE')) {
      await page.$eval('#words', (input, words) => { input.value = words; }, record.title);
      await page.$eval('#search', form => form.requestSubmit());
      await shows('#books', record.title);
      if (!await page.evaluate(n => [...document.querySelectorAll('li[data-id]')].some(li => li.textContent.startsWith(n)), registrationNumber)) continue;
      for (const { cardNumber } of patrons.nodes) {
        const input = { libraryId: library, registrationNumber, cardNumber };
        const { checkOut } = await ask('mutation ($input: CheckOutInput!) { checkOut(input: $input) { loan { id } errors { ... on Error { message } } } }', { input });
        if (checkOut.loan) { lent = registrationNumber; break; }
      }
      if (lent) break;
    }
    assert.ok(lent, 'some copy could be lent to somebody');
    await page.waitForFunction(n => [...document.querySelectorAll('li.ON_LOAN')].some(li => li.textContent.startsWith(n)), { timeout: 20000 }, lent);
  }],
  ['no script failed on the way', async () => assert.deepEqual(faults, [])],
];

let failed = 0;
for (const [name, run] of scenarios) {
  try {
    await run();
  } catch (fault) {
    failed++;
    console.log(`FAILED ${name}: ${fault.stack}\n${page.url()}\n${await page.evaluate(() => document.body.innerText).catch(() => '')}`);
    break;
  }
}
await browser.close();
console.log(`${scenarios.length - failed} of ${scenarios.length} scenarios ok`);
process.exit(failed === 0 ? 0 : 1);
