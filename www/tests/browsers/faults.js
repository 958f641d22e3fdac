/* Stands first in each page of the walk: what goes wrong there, in any browser. */
globalThis.faults = [];
addEventListener('error', (event) => faults.push(`error: ${event.message}`));
addEventListener('unhandledrejection', (event) => faults.push(`rejection: ${event.reason}`));
document.addEventListener('securitypolicyviolation', (event) => faults.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
{
  const told = console.error;
  console.error = (...parts) => {
    faults.push(`console: ${parts.join(' ')}`);
    told(...parts);
  };
}
