"""HRDDesk: an offline desk for people who document human-rights violations."""
