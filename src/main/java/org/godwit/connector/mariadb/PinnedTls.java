package org.godwit.connector.mariadb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.sql.SQLException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.godwit.connector.spi.PinnedTrust;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;
import org.mariadb.jdbc.export.ExceptionFactory;
import org.mariadb.jdbc.plugin.TlsSocketPlugin;
import org.mariadb.jdbc.plugin.tls.main.DefaultTlsSocketPlugin;

/**
 * Decides which servers are trusted, in the driver's place: the driver's own way takes any self-signed certificate and
 * proves it by the password afterwards. Here a certificate is signed by somebody whom Java (or the file that
 * {@code serverSslCert} names) trusts, or it is exactly the one with a known fingerprint. The driver finds this class
 * through the service file and asks for it by its type.
 */
public final class PinnedTls implements TlsSocketPlugin {
    /** The name by which the driver asks for it. */
    static final String TYPE = "godwit";
    /** What stands before a fingerprint in the driver's {@code serverSslCert}. */
    static final String FINGERPRINT = "sha256:";

    private final DefaultTlsSocketPlugin usual = new DefaultTlsSocketPlugin();

    /** For the driver. */
    public PinnedTls() {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public TrustManager[] getTrustManager(Configuration configuration, ExceptionFactory exceptions, HostAddress host) throws SQLException {
        String trusted = configuration.serverSslCert();
        if (trusted != null && trusted.startsWith(FINGERPRINT)) {
            return new TrustManager[] {new PinnedTrust(trusted.substring(FINGERPRINT.length()))};
        }
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted == null ? null : authorities(Path.of(trusted)));
            return factory.getTrustManagers();
        } catch (IOException | GeneralSecurityException e) {
            throw new SQLException("the trusted certificates cannot be read: " + e.getMessage(), "08000", e);
        }
    }

    private static KeyStore authorities(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream stream = Files.newInputStream(file)) {
            int number = 0;
            for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(stream)) {
                store.setCertificateEntry("authority" + number++, certificate);
            }
        }
        return store;
    }

    @Override
    public KeyManager @Nullable [] getKeyManager(Configuration configuration, ExceptionFactory exceptions) {
        return null;
    }

    @Override
    public void verify(String host, SSLSession session, long serverThread) throws SSLException {
        usual.verify(host, session, serverThread);
    }
}
