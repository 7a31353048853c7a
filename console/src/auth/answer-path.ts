/** Where the issuer sends the browser back to; the deployment registers it with the app client. */
export const answerPath = '/signed-in';
