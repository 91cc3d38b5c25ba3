/**
 * The number of the state machine's definition. Executions keep the definition they started under; each passes its number
 * to Arm, and one that is older than this release's hands over to a next run when it next wakes. Raise it with every
 * change of states, inputs, or timeouts. A test compares the synthesized definition with it.
 */
export const DEFINITION = 1;
