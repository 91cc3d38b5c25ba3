/** The three stories that the guide advises to have ready for interviews (G20), as questions. */
import type { StoryKind } from '../facts/experience.ts';

export const STORY_PROMPTS: Readonly<
  Record<StoryKind, { readonly title: string; readonly asks: string }>
> = {
  'challenging-case': {
    title: 'A challenging clinical scenario',
    asks: 'What was hard, what did you do, and what did you learn? Nothing that could name a patient.',
  },
  teamwork: {
    title: 'Teamwork between professions',
    asks: 'Who worked together, what was your part, and what came of it?',
  },
  feedback: {
    title: 'Feedback that you acted on',
    asks: 'What were you told, what did you change, and how did you know that it helped?',
  },
};
