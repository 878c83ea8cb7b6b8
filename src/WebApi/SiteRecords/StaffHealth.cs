namespace Suyuan.SiteRecords;

/// <summary>The staff's health certificates as numbers, which is all that may ever be published of them (PB4).</summary>
/// <param name="Staff">People with a submitted check; the newest check of each counts.</param>
/// <param name="Valid">Of these, with a certificate that is valid today.</param>
/// <param name="Expiring">Of the valid, those whose certificate ends within thirty days.</param>
/// <param name="Expired">Of the staff, those without a valid certificate: it ended, or they were not fit.</param>
internal sealed record StaffHealth(int Staff, int Valid, int Expiring, int Expired);
