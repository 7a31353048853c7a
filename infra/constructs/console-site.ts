import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { consolePolicy } from '../console-policy.ts';
import type { Gateways } from './gateways.ts';

/** Every page of the console is one document; what has no dot in its last part is a page and no file. */
const toDocument = `function handler(event) {
  var request = event.request;
  var last = request.uri.split('/').pop();
  if (last.indexOf('.') === -1) request.uri = '/index.html';
  return request;
}`;

export interface ConsoleSiteProps {
  readonly gateways: Gateways;
  /** `https://host`: where the console exchanges codes for tokens. */
  readonly signInOrigin: string;
}

/** The console, and under the same origin the API, the ack links and the WebSocket. */
export class ConsoleSite extends Construct {
  readonly url: string;
  readonly distribution: Distribution;
  readonly #bucket: Bucket;

  constructor(scope: Construct, id: string, { gateways, signInOrigin }: ConsoleSiteProps) {
    super(scope, id);
    this.#bucket = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [{ id: 'OldBuilds', noncurrentVersionExpiration: Duration.days(30) }],
      // Built from the sources at any time.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const http = passedOn(gateways.httpDomain);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'Console, API, ack links and WebSocket of the desk',
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.#bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        compress: true,
        responseHeadersPolicy: this.#securityHeaders(signInOrigin),
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new EdgeFunction(this, 'ToDocument', {
              code: FunctionCode.fromInline(toDocument),
              runtime: FunctionRuntime.JS_2_0,
            }),
          },
        ],
      },
      additionalBehaviors: {
        '/api/*': http,
        '/ack/*': http,
        '/healthz': http,
        '/socket': passedOn(gateways.socketDomain),
      },
    });
    this.url = `https://${this.distribution.distributionDomainName}`;
  }

  /** The build, and `config.json`, from which the console learns where to sign in. */
  deploy(consoleFolder: string, config: Readonly<Record<string, string>>): void {
    new BucketDeployment(this, 'Deployment', {
      destinationBucket: this.#bucket,
      sources: [Source.asset(consoleFolder), Source.jsonData('config.json', config)],
      distribution: this.distribution,
      distributionPaths: ['/index.html', '/config.json'],
      // Consoles that are open still ask for the files of their own build.
      prune: false,
    });
  }

  #securityHeaders(signInOrigin: string): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: consolePolicy(signInOrigin), override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override: true },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
          { header: 'cross-origin-resource-policy', value: 'same-origin', override: true },
        ],
      },
    });
  }
}

/** To an API of ours: never cached, with all that the viewer sent but the Host, which API Gateway would refuse. */
function passedOn(domain: string): BehaviorOptions {
  return {
    origin: new HttpOrigin(domain),
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
  };
}
