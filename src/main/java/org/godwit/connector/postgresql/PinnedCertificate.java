package org.godwit.connector.postgresql;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.godwit.connector.spi.PinnedTrust;
import org.postgresql.ssl.WrappedFactory;

/** Makes TLS sockets that trust one certificate by its SHA-256 and no other. Public because the driver makes it by reflection. */
public final class PinnedCertificate extends WrappedFactory {
    /**
     * Called by the driver.
     *
     * @param fingerprint 64 hexadecimal digits
     */
    public PinnedCertificate(String fingerprint) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new PinnedTrust(fingerprint)}, null);
        factory = context.getSocketFactory();
    }
}
