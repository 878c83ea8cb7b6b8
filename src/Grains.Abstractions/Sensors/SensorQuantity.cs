namespace Suyuan.Sensors;

/// <summary>What a sensor measures (监测指标).</summary>
public enum SensorQuantity
{
    /// <summary>Air temperature (空气温度), °C.</summary>
    AirTemperature,

    /// <summary>Relative humidity of the air (空气相对湿度), %.</summary>
    RelativeHumidity,

    /// <summary>Illuminance (光照度), lux.</summary>
    Illuminance,

    /// <summary>Carbon dioxide (二氧化碳浓度), ppm.</summary>
    CarbonDioxide,

    /// <summary>Soil temperature (土壤温度), °C.</summary>
    SoilTemperature,

    /// <summary>Volumetric soil moisture (土壤含水量), %.</summary>
    SoilMoisture,

    /// <summary>Soil conductivity (土壤电导率), mS/cm.</summary>
    SoilConductivity,

    /// <summary>Soil pH (土壤酸碱度).</summary>
    SoilPh,

    /// <summary>Wind speed (风速), m/s.</summary>
    WindSpeed,

    /// <summary>Wind direction (风向), degrees.</summary>
    WindDirection,

    /// <summary>Rain (降雨量), mm/min.</summary>
    Rain,
}
