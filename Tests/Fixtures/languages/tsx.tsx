import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from "react";

interface Props<T> {
  path: `/api/v1/${string}`;
  children: (value: T) => ReactNode;
}

// Loads a document of the API and hands it on.
export function Load<T extends object>({ path, children }: Props<T>): ReactNode {
  const { data, error } = useQuery<T>({ queryKey: [path], queryFn: () => get<T>(path) });
  if (error instanceof Error) return <p role="alert">{error.message}</p>;
  return data === undefined ? <progress aria-label="loading" /> : <>{children(data)}</>;
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(path, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`${path}: ${response.status}\n`);
  return (await response.json()) as T;
}

export const Teams = () => (
  <Load<{ teams: string[] }> path="/api/v1/teams.json">
    {({ teams }) => (
      /* Sorted by the server. */
      <ol start={1}>{teams.map((name) => <li key={name} className={"team"}>{name}</li>)}</ol>
    )}
  </Load>
);
