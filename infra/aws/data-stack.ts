/** What must outlive every release: the table, the keys, the sender's identity. It stays when the stack is deleted. */
import { type App, CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { TABLE } from '#shared/store/table.ts';
import type { Settings } from './settings.ts';

export interface Data {
  readonly stack: Stack;
  readonly table: TableV2;
  readonly linkKey: Secret;
  /** Signs the links that undo a sender's update: the webhook needs one, and no other key of links. */
  readonly undoKey: Secret;
  /** Keys the hashes of addresses. Never changed: the hashes are keys of the table. */
  readonly pepper: Secret;
  /** What senders' secrets are derived from. */
  readonly webhookKey: Secret;
  /** Keeps an export until it is fetched, for at most a day. */
  readonly exports: Bucket;
}

/** What every part of the serving stack is made from. */
export interface Deployment {
  readonly stack: Stack;
  readonly data: Data;
  readonly settings: Settings;
}

export function dataStack(app: App, settings: Settings): Data {
  const stack = new Stack(app, 'AwayRotationsData', {
    description: 'Away Rotations: what must outlive every release.',
    terminationProtection: true,
  });
  const data: Data = {
    stack,
    table: table(stack),
    linkKey: keptSecret(stack, 'LinkKey'),
    undoKey: keptSecret(stack, 'UndoKey'),
    pepper: keptSecret(stack, 'Pepper'),
    webhookKey: keptSecret(stack, 'WebhookKey'),
    exports: exportBucket(stack),
  };
  sender(stack, settings.sender);
  // The settings of a command on an operator's machine: see docs/deploying.md.
  new CfnOutput(stack, 'TableName', { value: data.table.tableName });
  new CfnOutput(stack, 'PepperArn', { value: data.pepper.secretArn });
  new CfnOutput(stack, 'WebhookKeyArn', { value: data.webhookKey.secretArn });
  return data;
}

function table(scope: Construct): TableV2 {
  return new TableV2(scope, 'Table', {
    partitionKey: stringKey(TABLE.partitionKey),
    globalSecondaryIndexes: [
      {
        indexName: TABLE.byDue.indexName,
        partitionKey: stringKey(TABLE.byDue.partitionKey),
        sortKey: stringKey(TABLE.byDue.sortKey),
        projectionType: ProjectionType.KEYS_ONLY,
      },
      {
        indexName: TABLE.byCohort.indexName,
        partitionKey: stringKey(TABLE.byCohort.partitionKey),
        sortKey: stringKey(TABLE.byCohort.sortKey),
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: [...TABLE.byCohort.projected],
      },
    ],
    timeToLiveAttribute: TABLE.expires,
    billing: Billing.onDemand(),
    // With a key that DynamoDB owns: no function needs a right to it, and it costs nothing.
    encryption: TableEncryptionV2.dynamoOwnedKey(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

/** Private, encrypted, and emptied every day. It is deleted with the stack: nothing in it must last. */
function exportBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, 'Exports', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    lifecycleRules: [
      { expiration: Duration.days(1), abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
    removalPolicy: RemovalPolicy.DESTROY,
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason:
      'The product itself records every export and every download in the cohort, with who and when.',
  });
  return bucket;
}

/** JSON `{id, secret, previous}`: the key that signs links, and the keys that still open older ones. */
function signingKey(id: string) {
  const secretStringTemplate = JSON.stringify({ id, previous: [] });
  return { secretStringTemplate, generateStringKey: 'secret' };
}

const SECRETS = {
  LinkKey: {
    description:
      'Signs the links in emails. To change it, see docs/runbook.md#changing-the-link-key.',
    template: signingKey('k1'),
    unrotatedBecause:
      'Links stay in mailboxes for 60 days: an operator changes the key and keeps the old one beside it (docs/runbook.md).',
  },
  UndoKey: {
    description: 'Signs the links that undo an update of a sender.',
    template: signingKey('u1'),
    unrotatedBecause:
      'A link that it signs is valid for a day: an operator changes the key like the link key.',
  },
  Pepper: {
    description:
      'Keys the hashes of addresses. Must never change: the hashes are keys of the table.',
    template: {},
    unrotatedBecause:
      'It keys hashes that are keys of the table: a new one would lose every unsubscribe and bounce.',
  },
  WebhookKey: {
    description:
      'Senders’ secrets are derived from it. To change it, see docs/runbook.md#changing-the-webhook-key.',
    template: {},
    unrotatedBecause:
      'A new key would be a new secret for every form of every school: their leads rotate one sender at a time instead.',
  },
};

function keptSecret(scope: Construct, id: keyof typeof SECRETS): Secret {
  const { description, template, unrotatedBecause: reason } = SECRETS[id];
  const secret = new Secret(scope, id, {
    description,
    generateSecretString: { ...template, passwordLength: 64, excludePunctuation: true },
    removalPolicy: RemovalPolicy.RETAIN,
  });
  Validations.of(secret).acknowledge({ id: 'AwsSolutions-SMG4', reason });
  return secret;
}

/** The sender's domain, with its DKIM keys and a bounce domain of its own. */
function sender(scope: Construct, address: string): void {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const identity = new EmailIdentity(scope, 'Sender', {
    identity: Identity.domain(domain),
    mailFromDomain: `bounce.${domain}`,
  });
  identity.applyRemovalPolicy(RemovalPolicy.RETAIN);
  identity.dkimRecords.forEach(({ name, value }, index) => {
    new CfnOutput(scope, `DkimRecord${index + 1}`, { value: `${name} CNAME ${value}` });
  });
}

function stringKey(name: string): { name: string; type: AttributeType } {
  return { name, type: AttributeType.STRING };
}
