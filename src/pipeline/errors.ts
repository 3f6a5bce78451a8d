/** A call that asks for something there is not, an incident, a file, a setting; the message says what to give instead. */
export class RequestError extends Error {
  override readonly name: string = 'RequestError';
}

/** A setting that is not known, or not of its kind; the message names every one. */
export class SettingsError extends RequestError {
  override readonly name = 'SettingsError';
}

/** The disk or a pipe refused what was to be written, after all the work was done. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}
