/** Exports on AWS: objects in a private bucket, uploaded in parts, downloaded through a presigned link that is valid for a minute. */
import { Readable } from 'node:stream';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

/** The button redirects at once; nobody needs the address afterward. */
const FETCH_SECONDS = 60;

/** Limited in attempts and time, so that a job's lease outlasts a call. */
export function s3Client(): S3Client {
  return new S3Client({
    maxAttempts: 5,
    requestHandler: {
      connectionTimeout: 1000,
      requestTimeout: 20_000,
      throwOnRequestTimeout: true,
    },
  });
}

export function s3Exports(client: S3Client, bucket: string) {
  return {
    async write(id: string, pieces: AsyncIterable<string | Uint8Array>) {
      let bytes = 0;
      const counted = (async function* () {
        for await (const piece of pieces) {
          const part = Buffer.from(piece);
          bytes += part.length;
          yield part;
        }
      })();
      // An interrupted upload is aborted: the object is complete or does not exist.
      const upload = new Upload({
        client,
        params: { Bucket: bucket, Key: id, Body: Readable.from(counted, { objectMode: false }) },
        queueSize: 1,
      });
      await upload.done();
      return bytes;
    },

    async open(id: string, name: string, mediaType: string) {
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: id,
        ResponseContentDisposition: `attachment; filename="${name}"`,
        ResponseContentType: mediaType,
      });
      return { url: await getSignedUrl(client, command, { expiresIn: FETCH_SECONDS }) };
    },
  };
}
