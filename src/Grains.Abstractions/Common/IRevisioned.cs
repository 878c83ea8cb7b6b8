namespace Suyuan.Common;

/// <summary>A view of an editable record; its revision is the HTTP ETag.</summary>
public interface IRevisioned
{
    int Revision { get; }
}
