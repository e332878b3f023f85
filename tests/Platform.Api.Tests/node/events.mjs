// Plays the scenarios of graphql-sse against the endpoint, in both of its modes.
import { strict as assert } from 'node:assert';
import { createClient } from 'graphql-sse';

const url = process.argv[2];
const scenarios = [];
const scenario = (name, run) => scenarios.push([name, run]);

const collect = (c, payload, count = Infinity) => new Promise((resolve, reject) => {
  const got = [];
  const stop = c.subscribe(payload, {
    next: value => { if (got.length < count && got.push(value) === count) { stop(); resolve(got); } },
    error: reject,
    complete: () => resolve(got),
  });
});

for (const singleConnection of [false, true]) {
  const mode = singleConnection ? 'one connection' : 'a connection each';
  const client = () => createClient({ url, singleConnection, retryAttempts: 0, lazy: true });
  scenario(`${mode}: a query is answered once`, async () => {
    assert.deepEqual((await collect(client(), { query: '{ __typename }' })).map(g => g.data), [{ __typename: 'Query' }]);
  });
  scenario(`${mode}: a subscription gives what happened after a sequence`, async () => {
    const got = await collect(client(), { query: 'subscription { recordChanged(after: 0) { record { title } } }' }, 3);
    assert.deepEqual(got.map(g => g.data.recordChanged.record.title), ['Toán 1', 'Toán 2', 'Toán 3']);
  });
  scenario(`${mode}: two subscriptions at once`, async () => {
    const c = client();
    const query = 'subscription { recordChanged(after: 0) { sequence } }';
    const [a, b] = await Promise.all([collect(c, { query }, 2), collect(c, { query }, 3)]);
    assert.equal(a.length + b.length, 5);
  });
  scenario(`${mode}: a document that is not valid is refused`, async () => {
    await assert.rejects(collect(client(), { query: '{ nothing }' }));
  });
}

const token = async () => (await fetch(url, { method: 'PUT' })).text();
const start = (t, operationId, query) => fetch(url, {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-graphql-event-stream-token': t },
  body: JSON.stringify({ query, extensions: { operationId } }),
});
const open = (t, signal) => fetch(url, { headers: { accept: 'text/event-stream', 'x-graphql-event-stream-token': t }, signal });

scenario('a stream is reserved with 201 and opened once', async () => {
  const reserved = await fetch(url, { method: 'PUT' });
  assert.equal(reserved.status, 201);
  const t = await reserved.text();
  const leave = new AbortController();
  const first = await open(t, leave.signal);
  assert.equal(first.status, 200);
  assert.match(first.headers.get('content-type'), /^text\/event-stream/);
  assert.equal((await open(t)).status, 409);
  leave.abort();
});
scenario('an operation id is used once at a time', async () => {
  const t = await token();
  const leave = new AbortController();
  await open(t, leave.signal);
  const endless = 'subscription { recordChanged { sequence } }';
  assert.equal((await start(t, '1', endless)).status, 202);
  assert.equal((await start(t, '1', endless)).status, 409);
  assert.equal((await fetch(`${url}?operationId=1`, { method: 'DELETE', headers: { 'x-graphql-event-stream-token': t } })).status, 200);
  assert.equal((await start(t, '1', endless)).status, 202);
  leave.abort();
});
scenario('an unknown token is not found, an operation without an id is refused', async () => {
  assert.equal((await open('nothing')).status, 404);
  const t = await token();
  assert.equal((await start(t, undefined, '{ __typename }')).status, 400);
});
scenario('a refused document is answered before the stream, as JSON', async () => {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'text/event-stream' }, body: JSON.stringify({ query: '{ nothing }' }) });
  assert.equal(response.status, 400);
  assert.match(response.headers.get('content-type'), /json/);
});
scenario('a subscription without a stream is refused', async () => {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: 'subscription { recordChanged { sequence } }' }) });
  assert.equal(response.status, 400);
  assert.equal((await response.json()).errors[0].extensions.code, 'SUBSCRIPTION_NEEDS_STREAM');
});

let failed = 0;
for (const [name, run] of scenarios) {
  try {
    await run();
  } catch (fault) {
    failed++;
    console.log(`FAILED ${name}: ${fault.stack ?? JSON.stringify(fault)}`);
  }
}
console.log(`${scenarios.length - failed} of ${scenarios.length} scenarios ok`);
process.exit(failed === 0 ? 0 : 1);
