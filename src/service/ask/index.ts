export { ask } from './ask.ts';
export { type BriefFigure, briefIncident, briefOf, type IncidentBrief } from './brief.ts';
export { type AbstentionReason, abstentions, type QuestionKind, questionKinds } from './question.ts';
export { type Answer, type AnswerFigure, answerFigureSchema, answerSchema } from './shapes.ts';
