/** The X-Ray SDK compares versions only to patch version 2 of the AWS SDK, which no Lambda of ours holds. */
export function gte(): never {
  throw new Error('This bundle traces version 3 of the AWS SDK only: use captureAWSv3Client.');
}
