/** A pulsar inside its halo, and the name. */
export function Brand() {
  return (
    <h1 class="brand">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle class="brand-halo" cx="12" cy="12" r="9.5" />
        <circle class="brand-nebula" cx="12" cy="12" r="5.5" />
        <circle class="brand-pulsar" cx="12" cy="12" r="2.3" />
      </svg>
      <span>
        Geminga <small>Lab</small>
      </span>
    </h1>
  );
}
