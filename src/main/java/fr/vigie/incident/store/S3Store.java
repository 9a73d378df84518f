package fr.vigie.incident.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * A bucket of an S3-compatible store, given to Vigie alone. What leaves is encrypted already; no
 * right is ever given to anybody else on an object, and no signed address is made.
 */
final class S3Store implements ContentStore {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long PART = 16L * 1024 * 1024;

  /** As many as S3 takes for one object. */
  private static final long MOST_PARTS = 10_000;

  private final S3Client client;
  private final String bucket;

  S3Store(URI endpoint, String region, String bucket, String key, String secret) {
    this.bucket = bucket;
    this.client =
        S3Client.builder()
            .endpointOverride(endpoint)
            .region(Region.of(region))
            .forcePathStyle(true)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)))
            // checksums of Amazon's own that other stores do not know
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClient(
                Apache5HttpClient.builder()
                    .connectionTimeout(PATIENCE)
                    .socketTimeout(PATIENCE)
                    .build())
            .build();
  }

  @Override
  public OptionalLong length(String name) throws IOException {
    return answer(
        () -> {
          try {
            return OptionalLong.of(
                client.headObject(r -> r.bucket(bucket).key(name)).contentLength());
          } catch (NoSuchKeyException missing) {
            client.headBucket(r -> r.bucket(bucket)); // else it is the bucket that is missing
            return OptionalLong.empty();
          }
        });
  }

  @Override
  public InputStream read(String name, long from) throws IOException {
    ResponseInputStream<GetObjectResponse> object =
        answer(
            () -> client.getObject(r -> r.bucket(bucket).key(name).range("bytes=" + from + "-")));
    return new FilterInputStream(object) {
      @Override
      public void close() {
        object.abort(); // closing alone would read what nobody asked for
      }
    };
  }

  @Override
  public void put(Path file, String name) throws IOException {
    long length = Files.size(file);
    answer(
        () -> {
          if (length <= PART) {
            client.putObject(r -> r.bucket(bucket).key(name), RequestBody.fromFile(file));
          } else {
            putInParts(file, length, name);
          }
          return null;
        });
  }

  private void putInParts(Path file, long length, String name) {
    String upload = client.createMultipartUpload(r -> r.bucket(bucket).key(name)).uploadId();
    try {
      List<CompletedPart> parts = new ArrayList<>();
      long size = Math.max(PART, (length + MOST_PARTS - 1) / MOST_PARTS);
      for (long from = 0; from < length; from += size) {
        parts.add(put(file, from, Math.min(size, length - from), name, upload, parts.size() + 1));
      }
      client.completeMultipartUpload(
          r -> r.bucket(bucket).key(name).uploadId(upload).multipartUpload(m -> m.parts(parts)));
    } catch (RuntimeException failed) {
      client.abortMultipartUpload(r -> r.bucket(bucket).key(name).uploadId(upload));
      throw failed;
    }
  }

  private CompletedPart put(
      Path file, long from, long length, String name, String upload, int number) {
    RequestBody body =
        RequestBody.fromContentProvider(
            () -> part(file, from, length), length, "application/octet-stream");
    String tag =
        client
            .uploadPart(r -> r.bucket(bucket).key(name).uploadId(upload).partNumber(number), body)
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(tag).build();
  }

  /** Opened anew for each try. */
  private static InputStream part(Path file, long from, long length) {
    try {
      SeekableByteChannel channel = Files.newByteChannel(file).position(from);
      return new BoundedStream(Channels.newInputStream(channel), length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The client's own failures, told as those of any store. */
  private static <T> T answer(Callable<T> asked) throws IOException {
    try {
      return asked.call();
    } catch (SdkException | UncheckedIOException e) {
      throw new IOException("The store of evidence does not answer", e);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
