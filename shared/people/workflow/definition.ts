/**
 * The number of the state machine's definition. Executions keep the definition they began under; each hands its number
 * to Arm, and one that is older than this release's hands over to a next run when it next wakes. Raise it with every
 * change of states, inputs or timeouts. A test holds the synthesized definition against it.
 */
export const DEFINITION = 1;
