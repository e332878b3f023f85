'use strict';

const example = `{
  records(search: "de men", first: 10) {
    totalCount
    nodes {
      title
      author
      items { nodes { registrationNumber status library { name } } }
    }
  }
}`;

const field = id => document.getElementById(id);
field('query').value = example;

async function run() {
  let variables;
  try {
    variables = field('variables').value.trim() ? JSON.parse(field('variables').value) : undefined;
  } catch (fault) {
    field('status').textContent = 'The variables are not JSON';
    field('answer').textContent = fault.message;
    return;
  }
  const started = performance.now();
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: field('query').value, variables }),
  });
  const answer = await response.json();
  field('status').textContent = `Answer: ${response.status}, ${Math.round(performance.now() - started)} ms`;
  field('answer').textContent = JSON.stringify(answer, null, 2);
}

field('form').addEventListener('submit', event => {
  event.preventDefault();
  run();
});
field('query').addEventListener('keydown', event => {
  if (event.ctrlKey && event.key === 'Enter') {
    event.preventDefault();
    run();
  }
});
