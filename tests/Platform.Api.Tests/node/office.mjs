// Uses the pages of the education office as an officer does on a telephone: no script, one hand, a small screen.
import { strict as assert } from 'node:assert';
import puppeteer from 'puppeteer-core';

const [api, executablePath] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
const page = await browser.newPage();
await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
await page.setExtraHTTPHeaders({ 'Accept-Language': 'vi' });

const text = selector => page.$eval(selector, element => element.textContent.trim());
const open = selector => Promise.all([page.waitForNavigation(), page.$eval(selector, element => element.click())]);
const number = words => Number(words.replaceAll('.', ''));
const fits = async () => assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${page.url()} is wider than the screen`);
let code;

const scenarios = [
  ['the officer signs in and is led to the inbox, which fits the screen', async () => {
    await page.goto(`${api}/office`);
    await page.type('#name', 'demo-so');
    await page.type('#password', 'thu-vien-mo-cua');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    assert.equal(await text('h1'), 'Báo cáo thư viện trường học');
    assert.match(await text('h2'), /^Chờ xử lý \(\d+\)$/);
    assert.equal(await page.$$eval('script', scripts => scripts.length), 0);
    await fits();
  }],
  ['the status of each of the four schools stands in a table', async () => {
    assert.equal(await page.$$eval('table.status tbody tr', rows => rows.length), 4);
    assert.ok(await page.$$eval('table.status a.state', links => links.length) > 0);
  }],
  ['a report opens, a figure of it opens to its rows, and they add up to it', async () => {
    await open('table.status a.state');
    await fits();
    code = await text('p.code:last-of-type code');
    const figures = await page.$$eval('td.figure a', links => links.map(link => [link.textContent, link.getAttribute('href')]));
    const [value, path] = figures.find(([figure]) => Number(figure.replaceAll('.', '')) > 0 && Number(figure.replaceAll('.', '')) <= 20);
    await open(`a[href="${path}"]`);
    await fits();
    const amounts = await page.$$eval('td.figure', cells => cells.map(cell => cell.textContent));
    assert.equal(amounts.map(number).reduce((sum, amount) => sum + amount, 0), number(value));
  }],
  ['the code on the paper is verified, and one wrong digit is not', async () => {
    await page.goto(`${api}/office/verify`);
    await page.type('#code', code);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    assert.match(await text('[role=status]'), /^Đúng/);
    await fits();
    await page.goto(`${api}/office/verify?code=${code.replace(/^./, digit => (digit === '0' ? '1' : '0'))}`);
    assert.match(await text('[role=alert]'), /^Không có/);
  }],
];

let done = 0;
for (const [name, run] of scenarios) {
  try {
    await run();
    done++;
  } catch (fault) {
    console.log(`FAILED ${name}: ${fault.stack}\n${page.url()}\n${await page.evaluate(() => document.body.innerText).catch(() => '')}`);
    break;
  }
}
await browser.close();
console.log(`${done} of ${scenarios.length} scenarios ok`);
process.exit(done === scenarios.length ? 0 : 1);
