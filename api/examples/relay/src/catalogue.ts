import { graphql } from 'relay-runtime';
import type { catalogueQuery$data } from './__generated__/catalogueQuery.graphql.js';
import type { catalogue_item$data } from './__generated__/catalogue_item.graphql.js';

/** A search that can be paged through and comes back from the store by its ids. */
export const search = graphql`
  query catalogueQuery($search: String!, $first: Int!, $after: String) {
    ...catalogue_records @arguments(search: $search, first: $first, after: $after)
  }
`;

export const records = graphql`
  fragment catalogue_records on Query
  @argumentDefinitions(search: { type: "String" }, first: { type: "Int", defaultValue: 20 }, after: { type: "String" })
  @refetchable(queryName: "cataloguePageQuery") {
    records(search: $search, first: $first, after: $after) @connection(key: "catalogue_records") {
      edges {
        node {
          id
          title
          author
          items(first: 10) {
            nodes {
              ...catalogue_item
            }
          }
        }
      }
    }
  }
`;

export const item = graphql`
  fragment catalogue_item on Item @refetchable(queryName: "catalogueItemQuery") {
    status
    library {
      name
    }
  }
`;

export type Search = catalogueQuery$data;

export const isOnTheShelf = (copy: catalogue_item$data): boolean => copy.status === 'IN_STOCK';
