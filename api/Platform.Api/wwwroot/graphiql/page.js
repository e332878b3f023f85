'use strict';

const example = `# Titles may be typed without marks.
{
  records(search: "de men", first: 10) {
    totalCount
    nodes {
      title
      author
      items { nodes { registrationNumber status library { name } } }
    }
  }
}
`;

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    defaultQuery: example,
    shouldPersistHeaders: false,
  }));
