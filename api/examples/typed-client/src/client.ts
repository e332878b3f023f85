import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';

/** Why the platform refused a request: branch on the code, show the message. */
export interface RequestError {
  message: string;
  extensions: { code: string; correlationId: string; retryAfterSeconds?: number };
}

export class RequestRefused extends Error {
  constructor(readonly errors: RequestError[]) {
    super(errors.map((error) => error.message).join(' '));
  }
}

export interface Session {
  /** For example https://library.example/graphql. */
  endpoint: string;
  /** The access token; without one the public catalogue can be read. */
  token?: string;
  language: 'vi' | 'en';
}

/** Sends one operation. What it answers and which variables it takes follow from the document. */
export async function send<TData, TVariables>(session: Session, document: TypedDocumentNode<TData, TVariables>, variables: TVariables): Promise<TData> {
  const response = await fetch(session.endpoint, {
    method: 'POST',
    headers: {
      'Accept': 'application/graphql-response+json',
      'Accept-Language': session.language,
      'Content-Type': 'application/json',
      ...(session.token ? { Authorization: `Bearer ${session.token}` } : {}),
    },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const answer = (await response.json()) as { data?: TData; errors?: RequestError[] };
  if (answer.errors?.length || !answer.data) throw new RequestRefused(answer.errors ?? []);
  return answer.data;
}
