// Runs the GraphQL-over-HTTP audit of graphql-http against the endpoint and prints one line for each check.
import { serverAudits } from 'graphql-http';

const url = process.argv[2];
let bad = 0;
for (const audit of serverAudits({ url, fetchFn: fetch })) {
  const result = await audit.fn();
  if (result.status === 'ok') continue;
  bad++;
  console.log(`${result.status} ${audit.id} ${audit.name}: ${result.reason}`);
}
console.log(`${serverAudits({ url }).length - bad} of ${serverAudits({ url }).length} ok`);
process.exit(bad === 0 ? 0 : 1);
