/** Prompts for the three interview stories that the guide recommends (G20). */
import type { StoryKind } from '../facts/experience.ts';

export const STORY_PROMPTS: Readonly<
  Record<StoryKind, { readonly title: string; readonly asks: string }>
> = {
  'challenging-case': {
    title: 'A challenging clinical scenario',
    asks: 'What was hard, what did you do, and what did you learn? Enter nothing that could identify a patient.',
  },
  teamwork: {
    title: 'Teamwork between professions',
    asks: 'Who worked together, what was your role, and what was the result?',
  },
  feedback: {
    title: 'Feedback that you acted on',
    asks: 'What was the feedback, what did you change, and how did you know that it helped?',
  },
};
