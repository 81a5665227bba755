import { useState } from "react";
import { Card, Link } from '@platform/ui';

// A capability with its owner, and a button that shows more.
export function Capability({ name, owner, objectives = [], ...rest }) {
  const [open, setOpen] = useState(false);
  const missed = objectives.filter((objective) => objective.value < objective.target);

  return (
    <Card title={name} data-state={missed.length > 0 ? "missed" : "met"} {...rest}>
      {/* Nobody owns it: say so. */}
      <p className="owner">Owner: {owner ? <Link to={`/teams/${owner}`}>{owner}</Link> : <em>nobody</em>}</p>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Less' : 'More'}
      </button>
      {open && (
        <ul>
          {objectives.map(({ id, value }) => (
            <li key={id}>{(value * 100).toFixed(2)} %</li>
          ))}
        </ul>
      )}
    </Card>
  );
}
