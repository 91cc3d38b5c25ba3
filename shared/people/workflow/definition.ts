/** The state machine's number: an execution of an older one hands over when it next wakes. Raise it with every change; a test compares. */
export const DEFINITION = 1;
