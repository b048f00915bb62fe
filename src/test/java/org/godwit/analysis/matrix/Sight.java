package org.godwit.analysis.matrix;

/**
 * How colours look to different eyes. The dichromacies are those of Machado, Oliveira and Fernandes (2009) at full
 * severity, in linear RGB; differences are CIEDE2000.
 */
enum Sight {
    USUAL,
    PROTANOPIA,
    DEUTERANOPIA,
    TRITANOPIA,
    GREY;

    private static final double POW_25_7 = Math.pow(25, 7);

    private double[][] matrix() {
        return switch (this) {
            case USUAL -> new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
            case PROTANOPIA -> new double[][] {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}};
            case DEUTERANOPIA -> new double[][] {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}};
            case TRITANOPIA -> new double[][] {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}};
            case GREY -> new double[][] {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}};
        };
    }

    /** Returns how far apart two colours (0xRRGGBB) are to these eyes. */
    double difference(int one, int other) {
        return ciede2000(lab(one), lab(other));
    }

    private double[] lab(int rgb) {
        double[] from = {linear(rgb >> 16 & 255), linear(rgb >> 8 & 255), linear(rgb & 255)};
        double[][] matrix = matrix();
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            seen[i] = Math.clamp(matrix[i][0] * from[0] + matrix[i][1] * from[1] + matrix[i][2] * from[2], 0, 1);
        }
        double x = f((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
        double y = f(0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
        double z = f((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double f(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    static double ciede2000(double[] one, double[] two) {
        double meanChroma = (Math.hypot(one[1], one[2]) + Math.hypot(two[1], two[2])) / 2;
        double g = 0.5 * (1 - Math.sqrt(Math.pow(meanChroma, 7) / (Math.pow(meanChroma, 7) + POW_25_7)));
        double a1 = one[1] * (1 + g);
        double a2 = two[1] * (1 + g);
        double c1 = Math.hypot(a1, one[2]);
        double c2 = Math.hypot(a2, two[2]);
        double h1 = hue(a1, one[2]);
        double h2 = hue(a2, two[2]);
        double deltaHue = c1 * c2 == 0 ? 0 : h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 < -180 ? h2 - h1 + 360 : h2 - h1;
        double dL = two[0] - one[0];
        double dC = c2 - c1;
        double dH = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(deltaHue / 2));
        double mL = (one[0] + two[0]) / 2;
        double mC = (c1 + c2) / 2;
        double sum = h1 + h2;
        double mH = c1 * c2 == 0 ? sum : Math.abs(h1 - h2) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
        double t = 1 - 0.17 * cos(mH - 30) + 0.24 * cos(2 * mH) + 0.32 * cos(3 * mH + 6) - 0.20 * cos(4 * mH - 63);
        double sL = 1 + 0.015 * Math.pow(mL - 50, 2) / Math.sqrt(20 + Math.pow(mL - 50, 2));
        double sC = 1 + 0.045 * mC;
        double sH = 1 + 0.015 * mC * t;
        double rC = 2 * Math.sqrt(Math.pow(mC, 7) / (Math.pow(mC, 7) + POW_25_7));
        double rT = -Math.sin(Math.toRadians(60 * Math.exp(-Math.pow((mH - 275) / 25, 2)))) * rC;
        return Math.sqrt(Math.pow(dL / sL, 2) + Math.pow(dC / sC, 2) + Math.pow(dH / sH, 2) + rT * (dC / sC) * (dH / sH));
    }

    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return a == 0 && b == 0 ? 0 : degrees < 0 ? degrees + 360 : degrees;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
