/**
 * In the place of the SDK's default chain, in Lambda bundles alone. Lambda sets the role's keys in the
 * environment of every function, the chain asks there first, and its other ends (profiles, SSO, process,
 * instance metadata) do not exist there: they are 150 KB of every cold start.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
export function defaultProvider() {
  return async () => {
    const {
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken,
    } = process.env;
    if (!accessKeyId || !secretAccessKey)
      throw new Error(
        'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set: this bundle runs in Lambda only.',
      );
    return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
  };
}
