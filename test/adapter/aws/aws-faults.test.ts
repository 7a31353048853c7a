import {
  ApiGatewayManagementApiClient,
  GoneException,
  LimitExceededException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import {
  MailFromDomainNotVerifiedException,
  MessageRejected,
  SESClient,
  SESServiceException,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';
import { SendMessageCommand, SQSClient, SQSServiceException } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, test } from 'vitest';
import { ApiGatewayPush } from '../../../adapters/apigateway/api-gateway-push.ts';
import { S3BlobStore } from '../../../adapters/s3/s3-blob-store.ts';
import { SesMailer } from '../../../adapters/ses/ses-mailer.ts';
import { SqsIntakeQueue } from '../../../adapters/sqs/sqs-intake-queue.ts';

const $metadata = {};
const mail = {
  from: 'help@desk.test',
  to: ['ann@example.test'],
  raw: Buffer.from('Subject: x\r\nMessage-ID: <a@desk.test>\r\n\r\nhi'),
};

describe('the S3 blob store', () => {
  const mock = mockClient(S3Client);
  const store = new S3BlobStore(new S3Client({ region: 'eu-west-1' }), 'desk');

  test('asks for the right object and names it when it is missing', async () => {
    mock
      .on(GetObjectCommand, { Bucket: 'desk', Key: 'raw/1' })
      .rejects(new NoSuchKey({ $metadata, message: 'no' }));
    await expect(store.get('raw/1')).rejects.toMatchObject({
      code: 'blob.missing',
      message: expect.stringContaining('raw/1'),
    });
  });

  test('calls throttling and a lost connection unavailable', async () => {
    mock
      .on(PutObjectCommand)
      .rejects(new S3ServiceException({ $metadata, name: 'SlowDown', $fault: 'server' }));
    await expect(store.put('k', Buffer.from('x'), 'text/plain')).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'blob.unavailable',
    });
    mock.on(GetObjectCommand).rejects(new Error('socket hang up'));
    await expect(store.get('k')).rejects.toMatchObject({
      kind: 'unavailable',
      cause: { message: 'socket hang up' },
    });
  });
});

describe('the SES mailer', () => {
  const mock = mockClient(SESClient);

  test.each([
    ['us-east-1', '<0100-id@email.amazonses.com>'],
    ['eu-central-1', '<0100-id@eu-central-1.amazonses.com>'],
  ])('knows the Message-ID that SES writes in %s', async (region, providerMessageId) => {
    mock.on(SendRawEmailCommand).resolves({ MessageId: '0100-id' });
    const mailer = new SesMailer(new SESClient({ region }), {
      rewritesMessageId: true,
      configurationSet: 'desk',
    });
    expect(await mailer.send(mail)).toEqual({ providerMessageId });
    expect(mock.commandCalls(SendRawEmailCommand).at(-1)?.args[0].input).toEqual({
      Source: mail.from,
      Destinations: mail.to,
      RawMessage: { Data: mail.raw },
      ConfigurationSetName: 'desk',
    });
  });

  test.each([
    [new MessageRejected({ $metadata, message: 'no' }), 'invalid', 'mail.rejected'],
    [new MailFromDomainNotVerifiedException({ $metadata, message: 'no' }), 'invalid', 'mail.rejected'],
    [
      new SESServiceException({ $metadata, name: 'Throttling', $fault: 'client' }),
      'unavailable',
      'mail.unavailable',
    ],
    [
      new SESServiceException({ $metadata, name: 'AccountSendingPausedException', $fault: 'client' }),
      'unavailable',
      'mail.unavailable',
    ],
    [new Error('ECONNRESET'), 'unavailable', 'mail.unavailable'],
  ])('turns %s into %s %s', async (error, kind, code) => {
    mock.on(SendRawEmailCommand).rejects(error);
    const mailer = new SesMailer(new SESClient({ region: 'us-east-1' }), { rewritesMessageId: false });
    await expect(mailer.send(mail)).rejects.toMatchObject({ kind, code, cause: error });
  });

  test('does not send a mail without a Message-ID of its own where SES leaves it alone', async () => {
    mock.reset();
    mock.on(SendRawEmailCommand).resolves({ MessageId: 'x' });
    const mailer = new SesMailer(new SESClient({ region: 'us-east-1' }), { rewritesMessageId: false });
    const raw = Buffer.from('Subject: x\r\n\r\nMessage-ID: <body@x>\r\n');
    await expect(mailer.send({ ...mail, raw })).rejects.toMatchObject({ code: 'mail.no-message-id' });
    expect(mock.calls()).toHaveLength(0);
  });
});

test('the intake queue says which mail could not be queued', async () => {
  mockClient(SQSClient)
    .on(SendMessageCommand)
    .rejects(new SQSServiceException({ $metadata, name: 'RequestThrottled', $fault: 'client' }));
  const names = {
    queueUrl: 'https://sqs/1/intake',
    bucketName: 'desk',
    objectKeyPrefix: 'raw/',
    topicArn: 'arn',
  };
  const queue = new SqsIntakeQueue(new SQSClient({ region: 'us-east-1' }), names, { ulid: () => '01' });
  const job = {
    rawKey: 'raw/1.eml',
    receivedAt: 0,
    envelope: { from: '', to: ['help@desk.test'] },
    verdicts: null,
  };
  await expect(queue.enqueue(job)).rejects.toMatchObject({
    code: 'intake-queue.unavailable',
    message: expect.stringContaining('raw/1.eml'),
  });
});

test('the push adapter tells gone from overloaded', async () => {
  const mock = mockClient(ApiGatewayManagementApiClient);
  const push = new ApiGatewayPush(
    new ApiGatewayManagementApiClient({ region: 'us-east-1', endpoint: 'https://x' }),
  );
  mock.on(PostToConnectionCommand).rejects(new GoneException({ $metadata, message: 'gone' }));
  expect(await push.push('c', {})).toBe('gone');
  mock.on(PostToConnectionCommand).rejects(new LimitExceededException({ $metadata, message: 'slow' }));
  await expect(push.push('c', {})).rejects.toMatchObject({ kind: 'unavailable', code: 'push.unavailable' });
});
