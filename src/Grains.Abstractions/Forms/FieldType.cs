namespace Suyuan.Forms;

/// <summary>What a field of a form (字段) holds.</summary>
public enum FieldType
{
    Text,
    Number,
    Date,

    /// <summary>One of the field's choices, or several of them.</summary>
    Choice,
    YesNo,

    /// <summary>A table: rows of further fields.</summary>
    Rows,

    /// <summary>Administrative division (行政区划), six digits.</summary>
    District,

    /// <summary>Unified social credit code (统一社会信用代码).</summary>
    CreditCode,

    /// <summary>Resident ID number (居民身份证号): kept encrypted, shown masked.</summary>
    IdNumber,

    /// <summary>A person's mobile number (手机号): kept encrypted, shown masked.</summary>
    Mobile,

    /// <summary>A landline, service number or mobile: kept and shown as it is, or, where its field is secret, as a mobile.</summary>
    Phone,
    Email,

    /// <summary>Global trade item number (商品条码), 8, 12, 13 or 14 digits.</summary>
    Gtin,

    /// <summary>Files that were uploaded before: [{"sha256", "name"}].</summary>
    Attachment,

    /// <summary>A GeoJSON point or polygon, longitude before latitude.</summary>
    Place,

    /// <summary>Plots (地块) of the enterprise, by id.</summary>
    Plots,

    /// <summary>What was drawn from the stock of inputs (物资): [{"lot", "quantity"}].</summary>
    Inputs,
}
