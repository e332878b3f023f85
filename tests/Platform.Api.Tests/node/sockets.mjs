// Plays the scenarios of graphql-transport-ws against the endpoint: those of the client library, and the close codes by hand.
import { strict as assert } from 'node:assert';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const url = process.argv[2].replace(/^http/, 'ws');
const scenarios = [];
const scenario = (name, run) => scenarios.push([name, run]);

const client = () => createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0, lazy: true });

const collect = (c, payload, count = Infinity) => new Promise((resolve, reject) => {
  const got = [];
  const stop = c.subscribe(payload, {
    next: value => { if (got.length < count && got.push(value) === count) { stop(); resolve(got); } },
    error: reject,
    complete: () => resolve(got),
  });
});

// Sends messages on a plain socket and gives what came back and how it was closed.
const talk = (messages, { protocol = 'graphql-transport-ws', until, time = 15000 } = {}) => new Promise((resolve, reject) => {
  const socket = new WebSocket(url, protocol);
  const got = [];
  const timer = setTimeout(() => { socket.terminate(); resolve({ got, code: 0 }); }, time);
  socket.on('open', () => messages.forEach(m => socket.send(typeof m === 'string' ? m : JSON.stringify(m))));
  socket.on('message', data => {
    got.push(JSON.parse(data));
    if (until?.(got)) { clearTimeout(timer); socket.terminate(); resolve({ got, code: 0 }); }
  });
  socket.on('close', code => { clearTimeout(timer); resolve({ got, code }); });
  socket.on('error', reject);
});

const init = { type: 'connection_init' };
const subscribe = (id, query) => ({ id, type: 'subscribe', payload: { query } });
const endless = 'subscription { recordChanged { sequence } }';

scenario('a query is answered once and completes', async () => {
  assert.deepEqual((await collect(client(), { query: '{ __typename }' })).map(g => g.data), [{ __typename: 'Query' }]);
});
scenario('variables and operation names are used', async () => {
  const got = await collect(client(), { query: 'query A { __typename } query B($n: Int) { records(first: $n) { nodes { title } } }', operationName: 'B', variables: { n: 1 } });
  assert.deepEqual(got.map(g => g.data), [{ records: { nodes: [{ title: 'Toán 1' }] } }]);
});
scenario('a subscription gives what happened after a sequence, in order', async () => {
  const got = await collect(client(), { query: 'subscription { recordChanged(after: 0) { sequence kind record { title } } }' }, 3);
  assert.deepEqual(got.map(g => g.data.recordChanged.record.title), ['Toán 1', 'Toán 2', 'Toán 3']);
  const last = got[1].data.recordChanged.sequence;
  const again = await collect(client(), { query: `subscription { recordChanged(after: ${last}) { record { title } } }` }, 1);
  assert.equal(again[0].data.recordChanged.record.title, 'Toán 3');
});
scenario('two subscriptions on one socket do not disturb each other', async () => {
  const c = client();
  const query = 'subscription { recordChanged(after: 0) { sequence } }';
  const [a, b] = await Promise.all([collect(c, { query }, 2), collect(c, { query }, 3)]);
  assert.equal(a.length, 2);
  assert.equal(b.length, 3);
});
scenario('a document that is not valid is an error, with nothing after it', async () => {
  await assert.rejects(collect(client(), { query: '{ nothing }' }), errors => errors[0].extensions.code === 'FIELDS_ON_CORRECT_TYPE');
  const { got } = await talk([init, subscribe('1', '{ nothing }')], { time: 2000 });
  assert.deepEqual(got.map(m => m.type), ['connection_ack', 'error']);
});
scenario('what needs a permission is an error', async () => {
  await assert.rejects(collect(client(), { query: 'subscription { reportClosed { sequence } }' }), errors => errors[0].extensions.code === 'UNAUTHENTICATED');
});
scenario('a hostile document is an error', async () => {
  await assert.rejects(collect(client(), { query: '{a'.repeat(10000) }), errors => errors[0].extensions.code === 'DOCUMENT_TOO_DEEP');
});
scenario('a ping is answered by a pong, before and after the acknowledgement', async () => {
  const { got } = await talk([{ type: 'ping' }, init, { type: 'ping' }], { until: g => g.length === 3 });
  assert.deepEqual(got.map(m => m.type).sort(), ['connection_ack', 'pong', 'pong']);
});
scenario('a completed operation sends nothing more, and its id is free again', async () => {
  const { got, code } = await talk([init, subscribe('1', endless), { id: '1', type: 'complete' }, subscribe('1', '{ __typename }')], { until: g => g.some(m => m.type === 'complete') });
  assert.equal(code, 0);
  assert.deepEqual(got.filter(m => m.id === '1').map(m => m.type), ['next', 'complete']);
});
scenario('4400: not JSON, no type, unknown type, no id, no payload', async () => {
  for (const bad of ['{', '[]', '{}', { type: 'what' }]) assert.equal((await talk([init, bad])).code, 4400);
  assert.equal((await talk([init, { type: 'subscribe', payload: { query: '{ a }' } }])).code, 4400);
  assert.equal((await talk([init, { type: 'subscribe', id: '1' }])).code, 4400);
});
scenario('4401: subscribe before the acknowledgement', async () => assert.equal((await talk([subscribe('1', '{ __typename }')])).code, 4401));
scenario('4403: a token that is not valid', async () => assert.equal((await talk([{ type: 'connection_init', payload: { authorization: 'Bearer x' } }])).code, 4403));
scenario('4406: another sub-protocol', async () => {
  assert.equal((await talk([], { protocol: 'graphql-ws' }).catch(e => ({ code: /protocol/i.test(e.message) ? 4406 : 0 }))).code, 4406);
});
scenario('4408: no initialisation', async () => assert.equal((await talk([], { time: 30000 })).code, 4408));
scenario('4409: an id that is in use', async () => assert.equal((await talk([init, subscribe('1', endless), subscribe('1', endless)])).code, 4409));
scenario('4429: a second initialisation', async () => assert.equal((await talk([init, init])).code, 4429));
scenario('1009: a message that is too big', async () => assert.equal((await talk([init, 'x'.repeat(300 * 1024)])).code, 1009));

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
